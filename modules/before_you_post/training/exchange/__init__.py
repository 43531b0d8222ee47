"""Questions for other learning systems, and from them; nothing is lost without being named.

No format carries everything this bank has. Each writer therefore returns, beside its files, one line for every thing
it had to leave out or to say in another way; the reader of an imported file does the same.
"""

from .exported import Exported, Loss, Pictures
from .gift import to_gift
from .moodle import to_moodle
from .qti import to_qti
from .table import to_table

__all__ = ["Exported", "Loss", "Pictures", "to_gift", "to_moodle", "to_qti", "to_table"]

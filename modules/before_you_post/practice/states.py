"""The states and territories a practice can be in, by their postal codes."""

from __future__ import annotations

from ..inputs.cells import Kind

_NAMES = (
    "AL Alabama,AK Alaska,AZ Arizona,AR Arkansas,CA California,CO Colorado,CT Connecticut,DE Delaware,"
    "DC District of Columbia,FL Florida,GA Georgia,HI Hawaii,ID Idaho,IL Illinois,IN Indiana,IA Iowa,KS Kansas,"
    "KY Kentucky,LA Louisiana,ME Maine,MD Maryland,MA Massachusetts,MI Michigan,MN Minnesota,MS Mississippi,"
    "MO Missouri,MT Montana,NE Nebraska,NV Nevada,NH New Hampshire,NJ New Jersey,NM New Mexico,NY New York,"
    "NC North Carolina,ND North Dakota,OH Ohio,OK Oklahoma,OR Oregon,PA Pennsylvania,RI Rhode Island,"
    "SC South Carolina,SD South Dakota,TN Tennessee,TX Texas,UT Utah,VT Vermont,VA Virginia,WA Washington,"
    "WV West Virginia,WI Wisconsin,WY Wyoming,AS American Samoa,GU Guam,MP Northern Mariana Islands,"
    "PR Puerto Rico,VI U.S. Virgin Islands"
)
STATES = {code: name for code, _, name in (entry.partition(" ") for entry in _NAMES.split(","))}
_CODES = {name.casefold(): code for code, name in STATES.items()}


def state_code(text: str) -> str:
    """The postal code of a state given by its code or name; raises ValueError when there is no such state."""
    code = _CODES.get(text.casefold(), text.upper())
    if code not in STATES:
        raise ValueError
    return code


STATE = Kind(state_code, "a state of the United States, such as CA or California")

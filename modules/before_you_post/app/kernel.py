"""Which kernel runs behind a served page: this very Python, whatever other kernels the machine has on offer."""

from __future__ import annotations

from typing import Any

from ipykernel.kernelspec import KERNEL_NAME, RESOURCES, get_kernel_dict
from jupyter_client.kernelspec import KernelSpec, KernelSpecManager


class OwnKernel(KernelSpecManager):
    """Offers one kernel, the environment the server itself runs in.

    Jupyter would take the first "python3" it finds, and a user's own folder may hold one of another environment, in
    which this package is not installed.
    """

    def find_kernel_specs(self) -> dict[str, str]:
        """The one name there is."""
        return {KERNEL_NAME: str(RESOURCES)}

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        """The one kernel, whatever name is asked for; it reports only what ends it."""
        described: dict[str, Any] = get_kernel_dict(["--log-level=CRITICAL"])
        return KernelSpec(resource_dir=str(RESOURCES), **described)

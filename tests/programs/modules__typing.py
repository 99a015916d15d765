# Names from typing do nothing at run time.
# needs: typing
from typing import Any, Dict, List, Optional, Set, Tuple, Union


def f(a: List[int], b: Optional[str] = None) -> Dict[str, Any]:
    return {"a": a, "b": b}


x: Set[int] = {1}
y: Tuple[int, ...] = (1, 2)
z: Union[int, str] = "z"
print(f([1]), x, y, z)

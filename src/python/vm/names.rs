//! Names that the interpreter itself looks up: interned once, so that look-ups compare references.

use crate::heap::{Heap, Ref};

macro_rules! names {
    ($($field:ident = $text:literal),* $(,)?) => {
        /// One interned str for each name, owned by the interpreter.
        pub struct Names {
            $(pub $field: Ref,)*
        }

        impl Names {
            pub(crate) fn new(heap: &mut Heap) -> Names {
                Names {
                    $($field: heap.intern($text).into_counted(),)*
                }
            }

            /// All of them.
            pub(crate) fn all(&self) -> Vec<Ref> {
                vec![$(self.$field),*]
            }
        }
    };
}

names! {
    add = "__add__", radd = "__radd__", iadd = "__iadd__",
    sub = "__sub__", rsub = "__rsub__", isub = "__isub__",
    mul = "__mul__", rmul = "__rmul__", imul = "__imul__",
    matmul = "__matmul__", rmatmul = "__rmatmul__", imatmul = "__imatmul__",
    truediv = "__truediv__", rtruediv = "__rtruediv__", itruediv = "__itruediv__",
    floordiv = "__floordiv__", rfloordiv = "__rfloordiv__", ifloordiv = "__ifloordiv__",
    modulo = "__mod__", rmod = "__rmod__", imod = "__imod__",
    pow = "__pow__", rpow = "__rpow__", ipow = "__ipow__",
    lshift = "__lshift__", rlshift = "__rlshift__", ilshift = "__ilshift__",
    rshift = "__rshift__", rrshift = "__rrshift__", irshift = "__irshift__",
    and = "__and__", rand = "__rand__", iand = "__iand__",
    or = "__or__", ror = "__ror__", ior = "__ior__",
    xor = "__xor__", rxor = "__rxor__", ixor = "__ixor__",
    neg = "__neg__", pos = "__pos__", invert = "__invert__",
    lt = "__lt__", le = "__le__", eq = "__eq__", ne = "__ne__", gt = "__gt__", ge = "__ge__",
    bool = "__bool__", len = "__len__", repr = "__repr__", str = "__str__", hash = "__hash__",
    format = "__format__", iter = "__iter__", next = "__next__", contains = "__contains__",
    getitem = "__getitem__", setitem = "__setitem__", delitem = "__delitem__", missing = "__missing__",
    call = "__call__", new = "__new__", init = "__init__", del = "__del__",
    getattribute = "__getattribute__", getattr = "__getattr__", setattr = "__setattr__",
    delattr = "__delattr__", get = "__get__", set = "__set__", delete = "__delete__",
    set_name = "__set_name__", init_subclass = "__init_subclass__", prepare = "__prepare__",
    class_getitem = "__class_getitem__", mro_entries = "__mro_entries__",
    instancecheck = "__instancecheck__", subclasscheck = "__subclasscheck__",
    enter = "__enter__", exit = "__exit__", reversed = "__reversed__", length_hint = "__length_hint__",
    index = "__index__",
    class = "__class__", dict = "__dict__", weakref = "__weakref__", slots = "__slots__",
    name = "__name__", qualname = "__qualname__", module = "__module__", doc = "__doc__",
    mro = "__mro__", bases = "__bases__", base = "__base__", classcell = "__classcell__",
    classdictcell = "__classdictcell__",
    annotations = "__annotations__", builtins = "__builtins__", all = "__all__",
    file = "__file__", path = "__path__", main = "__main__", import = "__import__",
    build_class = "__build_class__", metaclass = "metaclass", underscore = "_",
    static_attributes = "__static_attributes__", firstlineno = "__firstlineno__",
    traceback = "__traceback__", cause = "__cause__", context = "__context__",
    suppress_context = "__suppress_context__", args = "args", value = "value", code = "code",
    msg = "msg", lineno = "lineno", offset = "offset", text = "text", filename = "filename",
    end_lineno = "end_lineno", end_offset = "end_offset", obj = "obj", name_from = "name_from", own = "self", plain_name = "name",
    plain_path = "path", notes = "__notes__", last_value = "last_value", send = "send",
    close = "close", throw = "throw", write = "write", flush = "flush", stdout = "stdout",
    stderr = "stderr",
}

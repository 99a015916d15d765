//! The built-in types: fixed slots at the start of the table, known to all modules by constants.
//!
//! A type here has a name, a base and a layout; its methods are put into its dict by the interpreter.

use std::rc::Rc;

use super::atoms::Atom;
use super::gc_list::N_SENTINELS;
use super::payload::{Layout, Type};
use super::{Heap, Payload, Ref};

/// Properties of the instances of a built-in type.
#[derive(Clone, Copy)]
struct Row {
    name: &'static str,
    base: Option<Ref>,
    layout: Layout,
    /// Objects of the collector's kind.
    gc: bool,
    dict: bool,
    weakrefs: bool,
    /// Can be subclassed.
    base_type: bool,
    /// sizeof without the collector's header.
    size: u32,
}

macro_rules! builtin_types {
    ($($constant:ident = $name:literal, $base:expr, $layout:ident, $size:literal $(, $flag:ident)*;)*) => {
        builtin_types!(@number 0; $($constant)*);
        /// How many there are; their slots are the first after the sentinels.
        pub const N_BUILTIN_TYPES: u32 = [$(stringify!($constant)),*].len() as u32;
        const ROWS: &[Row] = &[$({
            #[allow(unused_mut)] // Rows without flags change nothing.
            let mut row = Row {
                name: $name, base: $base, layout: Layout::$layout, size: $size,
                gc: false, dict: false, weakrefs: false, base_type: false,
            };
            $(row.$flag = true;)*
            row
        }),*];
    };
    (@number $n:expr; $first:ident $($rest:ident)*) => {
        pub const $first: Ref = Ref::container(N_SENTINELS + $n);
        builtin_types!(@number $n + 1; $($rest)*);
    };
    (@number $n:expr;) => {};
}

builtin_types! {
    OBJECT = "object", None, Object, 16, base_type;
    TYPE = "type", Some(OBJECT), Type, 880, gc, dict, weakrefs, base_type;
    INT = "int", Some(OBJECT), Atom, 24, base_type;
    BOOL = "bool", Some(INT), Atom, 24;
    FLOAT = "float", Some(OBJECT), Atom, 24, base_type;
    COMPLEX = "complex", Some(OBJECT), Atom, 32, base_type;
    STR = "str", Some(OBJECT), Atom, 56, base_type;
    BYTES = "bytes", Some(OBJECT), Atom, 33, base_type;
    NONE_TYPE = "NoneType", Some(OBJECT), Atom, 16;
    NOT_IMPLEMENTED_TYPE = "NotImplementedType", Some(OBJECT), Atom, 16;
    ELLIPSIS_TYPE = "ellipsis", Some(OBJECT), Atom, 16;
    LIST = "list", Some(OBJECT), List, 40, gc, base_type;
    TUPLE = "tuple", Some(OBJECT), Tuple, 24, gc, base_type;
    DICT = "dict", Some(OBJECT), Dict, 48, gc, base_type;
    SET = "set", Some(OBJECT), Set, 200, gc, weakrefs, base_type;
    FROZENSET = "frozenset", Some(OBJECT), Set, 200, gc, weakrefs, base_type;
    FUNCTION = "function", Some(OBJECT), Other, 120, gc, dict, weakrefs;
    BUILTIN_FUNCTION = "builtin_function_or_method", Some(OBJECT), Other, 56, gc, weakrefs;
    METHOD_DESCRIPTOR = "method_descriptor", Some(OBJECT), Other, 56, gc;
    WRAPPER_DESCRIPTOR = "wrapper_descriptor", Some(OBJECT), Other, 56, gc;
    METHOD_WRAPPER = "method-wrapper", Some(OBJECT), Other, 32, gc;
    CLASSMETHOD_DESCRIPTOR = "classmethod_descriptor", Some(OBJECT), Other, 56, gc;
    METHOD = "method", Some(OBJECT), Other, 48, gc, weakrefs;
    CELL = "cell", Some(OBJECT), Other, 24, gc;
    MODULE = "module", Some(OBJECT), Module, 56, gc, dict, weakrefs, base_type;
    CODE = "code", Some(OBJECT), Other, 160, weakrefs;
    FRAME = "frame", Some(OBJECT), Other, 360, gc;
    GENERATOR = "generator", Some(OBJECT), Other, 184, gc, weakrefs;
    TRACEBACK = "traceback", Some(OBJECT), Other, 48, gc;
    SLICE = "slice", Some(OBJECT), Other, 40, gc;
    RANGE = "range", Some(OBJECT), Other, 48;
    PROPERTY = "property", Some(OBJECT), Other, 56, gc, base_type;
    STATICMETHOD = "staticmethod", Some(OBJECT), Other, 32, gc, dict, base_type;
    CLASSMETHOD = "classmethod", Some(OBJECT), Other, 32, gc, dict, base_type;
    MEMBER_DESCRIPTOR = "member_descriptor", Some(OBJECT), Other, 48, gc;
    GETSET_DESCRIPTOR = "getset_descriptor", Some(OBJECT), Other, 48, gc;
    SUPER = "super", Some(OBJECT), Other, 40, gc, base_type;
    MAPPING_PROXY = "mappingproxy", Some(OBJECT), Other, 24, gc;
    DICT_KEYS = "dict_keys", Some(OBJECT), Other, 24, gc;
    DICT_VALUES = "dict_values", Some(OBJECT), Other, 24, gc;
    DICT_ITEMS = "dict_items", Some(OBJECT), Other, 24, gc;
    LIST_ITERATOR = "list_iterator", Some(OBJECT), Other, 32, gc;
    LIST_REVERSEITERATOR = "list_reverseiterator", Some(OBJECT), Other, 32, gc;
    TUPLE_ITERATOR = "tuple_iterator", Some(OBJECT), Other, 32, gc;
    STR_ITERATOR = "str_iterator", Some(OBJECT), Other, 32, gc;
    BYTES_ITERATOR = "bytes_iterator", Some(OBJECT), Other, 32, gc;
    RANGE_ITERATOR = "range_iterator", Some(OBJECT), Other, 32;
    DICT_KEYITERATOR = "dict_keyiterator", Some(OBJECT), Other, 56, gc;
    DICT_VALUEITERATOR = "dict_valueiterator", Some(OBJECT), Other, 56, gc;
    DICT_ITEMITERATOR = "dict_itemiterator", Some(OBJECT), Other, 56, gc;
    SET_ITERATOR = "set_iterator", Some(OBJECT), Other, 48, gc;
    ITERATOR = "iterator", Some(OBJECT), Other, 32, gc;
    CALLABLE_ITERATOR = "callable_iterator", Some(OBJECT), Other, 32, gc;
    REVERSED = "reversed", Some(OBJECT), Other, 32, gc, base_type;
    ENUMERATE = "enumerate", Some(OBJECT), Other, 56, gc, base_type;
    ZIP = "zip", Some(OBJECT), Other, 40, gc, base_type;
    MAP = "map", Some(OBJECT), Other, 32, gc, base_type;
    FILTER = "filter", Some(OBJECT), Other, 32, gc, base_type;
    WEAKREF = "ReferenceType", Some(OBJECT), WeakRef, 56, gc, base_type;
    WEAKPROXY = "ProxyType", Some(OBJECT), WeakRef, 56, gc;
    CALLABLE_PROXY = "CallableProxyType", Some(OBJECT), WeakRef, 56, gc;
    BASE_EXCEPTION = "BaseException", Some(OBJECT), Exception, 72, gc, dict, base_type;
    EXCEPTION = "Exception", Some(BASE_EXCEPTION), Exception, 72, gc, dict, base_type;
    SYSTEM_EXIT = "SystemExit", Some(BASE_EXCEPTION), Exception, 80, gc, dict, base_type;
    KEYBOARD_INTERRUPT = "KeyboardInterrupt", Some(BASE_EXCEPTION), Exception, 72, gc, dict, base_type;
    GENERATOR_EXIT = "GeneratorExit", Some(BASE_EXCEPTION), Exception, 72, gc, dict, base_type;
    STOP_ITERATION = "StopIteration", Some(EXCEPTION), Exception, 80, gc, dict, base_type;
    ARITHMETIC_ERROR = "ArithmeticError", Some(EXCEPTION), Exception, 72, gc, dict, base_type;
    FLOATING_POINT_ERROR = "FloatingPointError", Some(ARITHMETIC_ERROR), Exception, 72, gc, dict, base_type;
    OVERFLOW_ERROR = "OverflowError", Some(ARITHMETIC_ERROR), Exception, 72, gc, dict, base_type;
    ZERO_DIVISION_ERROR = "ZeroDivisionError", Some(ARITHMETIC_ERROR), Exception, 72, gc, dict, base_type;
    ASSERTION_ERROR = "AssertionError", Some(EXCEPTION), Exception, 72, gc, dict, base_type;
    ATTRIBUTE_ERROR = "AttributeError", Some(EXCEPTION), Exception, 72, gc, dict, base_type;
    BUFFER_ERROR = "BufferError", Some(EXCEPTION), Exception, 72, gc, dict, base_type;
    EOF_ERROR = "EOFError", Some(EXCEPTION), Exception, 72, gc, dict, base_type;
    IMPORT_ERROR = "ImportError", Some(EXCEPTION), Exception, 72, gc, dict, base_type;
    MODULE_NOT_FOUND_ERROR = "ModuleNotFoundError", Some(IMPORT_ERROR), Exception, 72, gc, dict, base_type;
    LOOKUP_ERROR = "LookupError", Some(EXCEPTION), Exception, 72, gc, dict, base_type;
    INDEX_ERROR = "IndexError", Some(LOOKUP_ERROR), Exception, 72, gc, dict, base_type;
    KEY_ERROR = "KeyError", Some(LOOKUP_ERROR), Exception, 72, gc, dict, base_type;
    MEMORY_ERROR = "MemoryError", Some(EXCEPTION), Exception, 72, gc, dict, base_type;
    NAME_ERROR = "NameError", Some(EXCEPTION), Exception, 72, gc, dict, base_type;
    UNBOUND_LOCAL_ERROR = "UnboundLocalError", Some(NAME_ERROR), Exception, 72, gc, dict, base_type;
    OS_ERROR = "OSError", Some(EXCEPTION), Exception, 72, gc, dict, base_type;
    BLOCKING_IO_ERROR = "BlockingIOError", Some(OS_ERROR), Exception, 72, gc, dict, base_type;
    CHILD_PROCESS_ERROR = "ChildProcessError", Some(OS_ERROR), Exception, 72, gc, dict, base_type;
    CONNECTION_ERROR = "ConnectionError", Some(OS_ERROR), Exception, 72, gc, dict, base_type;
    BROKEN_PIPE_ERROR = "BrokenPipeError", Some(CONNECTION_ERROR), Exception, 72, gc, dict, base_type;
    CONNECTION_ABORTED_ERROR = "ConnectionAbortedError", Some(CONNECTION_ERROR), Exception, 72, gc, dict, base_type;
    CONNECTION_REFUSED_ERROR = "ConnectionRefusedError", Some(CONNECTION_ERROR), Exception, 72, gc, dict, base_type;
    CONNECTION_RESET_ERROR = "ConnectionResetError", Some(CONNECTION_ERROR), Exception, 72, gc, dict, base_type;
    FILE_EXISTS_ERROR = "FileExistsError", Some(OS_ERROR), Exception, 72, gc, dict, base_type;
    FILE_NOT_FOUND_ERROR = "FileNotFoundError", Some(OS_ERROR), Exception, 72, gc, dict, base_type;
    INTERRUPTED_ERROR = "InterruptedError", Some(OS_ERROR), Exception, 72, gc, dict, base_type;
    IS_A_DIRECTORY_ERROR = "IsADirectoryError", Some(OS_ERROR), Exception, 72, gc, dict, base_type;
    NOT_A_DIRECTORY_ERROR = "NotADirectoryError", Some(OS_ERROR), Exception, 72, gc, dict, base_type;
    PERMISSION_ERROR = "PermissionError", Some(OS_ERROR), Exception, 72, gc, dict, base_type;
    PROCESS_LOOKUP_ERROR = "ProcessLookupError", Some(OS_ERROR), Exception, 72, gc, dict, base_type;
    TIMEOUT_ERROR = "TimeoutError", Some(OS_ERROR), Exception, 72, gc, dict, base_type;
    REFERENCE_ERROR = "ReferenceError", Some(EXCEPTION), Exception, 72, gc, dict, base_type;
    RUNTIME_ERROR = "RuntimeError", Some(EXCEPTION), Exception, 72, gc, dict, base_type;
    NOT_IMPLEMENTED_ERROR = "NotImplementedError", Some(RUNTIME_ERROR), Exception, 72, gc, dict, base_type;
    RECURSION_ERROR = "RecursionError", Some(RUNTIME_ERROR), Exception, 72, gc, dict, base_type;
    SYNTAX_ERROR = "SyntaxError", Some(EXCEPTION), Exception, 72, gc, dict, base_type;
    INDENTATION_ERROR = "IndentationError", Some(SYNTAX_ERROR), Exception, 72, gc, dict, base_type;
    TAB_ERROR = "TabError", Some(INDENTATION_ERROR), Exception, 72, gc, dict, base_type;
    SYSTEM_ERROR = "SystemError", Some(EXCEPTION), Exception, 72, gc, dict, base_type;
    STOP_ASYNC_ITERATION = "StopAsyncIteration", Some(EXCEPTION), Exception, 72, gc, dict, base_type;
    TYPE_ERROR = "TypeError", Some(EXCEPTION), Exception, 72, gc, dict, base_type;
    VALUE_ERROR = "ValueError", Some(EXCEPTION), Exception, 72, gc, dict, base_type;
    UNICODE_ERROR = "UnicodeError", Some(VALUE_ERROR), Exception, 72, gc, dict, base_type;
    UNICODE_DECODE_ERROR = "UnicodeDecodeError", Some(UNICODE_ERROR), Exception, 72, gc, dict, base_type;
    UNICODE_ENCODE_ERROR = "UnicodeEncodeError", Some(UNICODE_ERROR), Exception, 72, gc, dict, base_type;
    WARNING = "Warning", Some(EXCEPTION), Exception, 72, gc, dict, base_type;
    USER_WARNING = "UserWarning", Some(WARNING), Exception, 72, gc, dict, base_type;
    DEPRECATION_WARNING = "DeprecationWarning", Some(WARNING), Exception, 72, gc, dict, base_type;
    RUNTIME_WARNING = "RuntimeWarning", Some(WARNING), Exception, 72, gc, dict, base_type;
    SYNTAX_WARNING = "SyntaxWarning", Some(WARNING), Exception, 72, gc, dict, base_type;
    FUTURE_WARNING = "FutureWarning", Some(WARNING), Exception, 72, gc, dict, base_type;
    PENDING_DEPRECATION_WARNING = "PendingDeprecationWarning", Some(WARNING), Exception, 72, gc, dict, base_type;
    IMPORT_WARNING = "ImportWarning", Some(WARNING), Exception, 72, gc, dict, base_type;
    UNICODE_WARNING = "UnicodeWarning", Some(WARNING), Exception, 72, gc, dict, base_type;
    BYTES_WARNING = "BytesWarning", Some(WARNING), Exception, 72, gc, dict, base_type;
    RESOURCE_WARNING = "ResourceWarning", Some(WARNING), Exception, 72, gc, dict, base_type;
}

/// Properties of the instances of a type that a module defines natively.
#[derive(Clone, Copy, Debug)]
pub struct NativeType {
    pub name: &'static str,
    pub base: Ref,
    pub layout: Layout,
    pub gc: bool,
    pub weakrefs: bool,
    /// Instances have attributes of their own.
    pub dict: bool,
    /// Can be subclassed.
    pub base_type: bool,
    /// sizeof without the collector's header.
    pub size: u32,
}

impl NativeType {
    /// A plain type of the collector's kind that nobody can subclass.
    pub const fn new(name: &'static str, size: u32) -> NativeType {
        NativeType {
            name,
            base: OBJECT,
            layout: Layout::Other,
            gc: true,
            weakrefs: false,
            dict: false,
            base_type: false,
            size,
        }
    }
}

/// Whether the class was made by [`Heap::new_native_type`] or by a class statement.
pub fn is_later(class: Ref) -> bool {
    class.index() >= (N_SENTINELS + N_BUILTIN_TYPES) as usize
}

/// All built-in types, in order of their slots.
pub fn builtin_types() -> impl Iterator<Item = Ref> {
    (N_SENTINELS..N_SENTINELS + N_BUILTIN_TYPES).map(Ref::container)
}

/// The class of an atom.
#[inline]
pub fn of_atom(atom: &Atom) -> Ref {
    match atom {
        Atom::Str(_) => STR,
        Atom::BigInt(_) => INT,
        Atom::Float(_) => FLOAT,
        Atom::Complex(..) => COMPLEX,
        Atom::Bool(_) => BOOL,
        Atom::Bytes(_) => BYTES,
        Atom::NotImplemented => NOT_IMPLEMENTED_TYPE,
        Atom::Ellipsis => ELLIPSIS_TYPE,
        Atom::None | Atom::Free { .. } => NONE_TYPE,
    }
}

impl Heap {
    pub(super) fn make_builtin_types(&mut self) {
        for (row, class) in ROWS.iter().zip(builtin_types()) {
            let body = Type {
                name: Rc::from(row.name),
                qualname: None,
                bases: None,
                base: row.base,
                mro: None,
                dict: None,
                layout: row.layout,
                is_heap_type: false,
                instances_are_gc: row.gc,
                instances_have_dict: row.dict,
                instances_have_weakrefs: row.weakrefs,
                is_base: row.base_type,
                slot_names: Vec::new(),
                has_finalizer: false,
                basic_size: self.basic_size_of_builtin(row),
                has_items: matches!(class, TYPE | INT | BOOL | BYTES | TUPLE),
                dict_is_before: false,
                weakrefs_are_before: false,
                subclasses: Vec::new(),
                subclasses_dict: None,
                unseen: Vec::new(),
                n_instances_made: 0,
                made_with_keys: false,
                native_kind: None,
                full_name: None,
                shared_keys: None,
            };
            // Not through alloc: the table of types does not stand yet.
            let address = self.addresses.fresh(408);
            let index = self.push_slot(address);
            self.refcnts[index as usize] = 1;
            self.bodies[index as usize].class = TYPE;
            self.bodies[index as usize].payload = Payload::Type(Box::new(body));
            self.account_alloc(408);
            self.make_permanent(Ref::container(index));
        }
        for class in builtin_types() {
            self.finish_builtin_type(class);
        }
    }

    /// The version's own size of the type, or of the nearest base that has one, before the size in the row: only
    /// exceptions inherit it.
    fn basic_size_of_builtin(&self, row: &Row) -> u32 {
        let mut at = Some(row);
        while let Some(known) = at {
            if let Some(size) = self.profile.basic_size(known.name) {
                return size;
            }
            if known.layout != Layout::Exception {
                break;
            }
            at = known
                .base
                .map(|base| &ROWS[base.index() - N_SENTINELS as usize]);
        }
        row.size
    }

    /// A type that a module defines natively: like the built-in ones it lives for ever.
    pub fn new_native_type(&mut self, native: &NativeType) -> Ref {
        let base = self.type_body(native.base);
        let mut body = base.clone();
        body.name = Rc::from(native.name);
        body.base = Some(native.base);
        (body.bases, body.mro, body.dict) = (None, None, None);
        (body.native_kind, body.full_name) = (None, None);
        body.layout = native.layout;
        body.instances_are_gc = native.gc;
        body.instances_have_weakrefs = native.weakrefs;
        body.instances_have_dict |= native.dict;
        body.is_base = native.base_type;
        body.basic_size = self.profile.basic_size(native.name).unwrap_or(native.size);
        body.has_items = false;
        body.shared_keys = None;
        (body.subclasses, body.unseen) = (Vec::new(), Vec::new());
        body.subclasses_dict = None;
        let class = self
            .alloc(TYPE, Payload::Type(Box::new(body)))
            .into_counted();
        self.make_permanent(class);
        self.finish_builtin_type(class);
        class
    }

    /// bases, mro and dict of a built-in type; it appears among its base's subclasses.
    fn finish_builtin_type(&mut self, class: Ref) {
        let mut mro = vec![class];
        while let Some(base) = self.type_body(mro[mro.len() - 1]).base {
            mro.push(base);
        }
        for &entry in &mro {
            self.incref(entry);
        }
        let base = self.type_body(class).base;
        if let Some(base) = base {
            // Once for `base`, once for the tuple of bases.
            self.incref(base);
            self.incref(base);
            self.type_body_mut(base).subclasses.push(class);
        }
        let mro = self.new_tuple_untracked(mro).into_counted();
        let bases = self
            .new_tuple_untracked(base.into_iter().collect())
            .into_counted();
        let dict = self.new_dict().into_counted();
        let body = self.type_body_mut(class);
        body.mro = Some(mro);
        body.bases = Some(bases);
        body.dict = Some(dict);
    }

    /// Body of a class.
    ///
    /// # Panics
    /// When the reference is no class.
    #[inline]
    pub fn type_body(&self, class: Ref) -> &Type {
        match &self.bodies[class.index()].payload {
            Payload::Type(body) => body,
            _ => panic!("{class:?} is no class"),
        }
    }

    /// Body of a class, or none for anything else.
    #[inline]
    pub fn type_body_opt(&self, class: Ref) -> Option<&Type> {
        match self.payload_of(class) {
            Some(Payload::Type(body)) => Some(body),
            _ => None,
        }
    }

    /// # Panics
    /// When the reference is no class.
    #[inline]
    pub fn type_body_mut(&mut self, class: Ref) -> &mut Type {
        match self.payload_mut(class) {
            Payload::Type(body) => body,
            _ => panic!("{class:?} is no class"),
        }
    }

    /// The class's linearization, itself first.
    pub fn mro(&self, class: Ref) -> &[Ref] {
        match self.type_body(class).mro {
            Some(mro) => self.tuple(mro).unwrap_or(&[]),
            None => &[],
        }
    }

    /// Whether `class` is `base` or inherits from it.
    #[inline]
    pub fn is_subclass(&self, class: Ref, base: Ref) -> bool {
        class == base || self.mro(class).contains(&base)
    }

    /// Whether the object is an instance of the class or of a subclass, by its real class.
    #[inline]
    pub fn is_instance(&self, object: Ref, class: Ref) -> bool {
        self.is_subclass(self.class_of(object), class)
    }

    /// Whether the object is a class of exceptions.
    pub fn is_exception_class(&self, object: Ref) -> bool {
        self.type_body_opt(object).is_some() && self.is_subclass(object, BASE_EXCEPTION)
    }

    /// Name of the object's class, as errors give it.
    pub fn class_name(&self, object: Ref) -> Rc<str> {
        let body = self.type_body(self.class_of(object));
        body.full_name.as_ref().unwrap_or(&body.name).clone()
    }

    /// Its `__name__`.
    pub fn short_class_name(&self, object: Ref) -> Rc<str> {
        self.type_body(self.class_of(object)).name.clone()
    }
}

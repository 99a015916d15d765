//! The interpreter: runs code on the heap, keeping the references that CPython keeps.
//!
//! In: compiled code. Out: changes of the heap, output, events. Python functions called by Python code run in one loop
//! over a stack of frames; only native code that calls back into Python nests, and the depth of that is limited by Python's own
//! recursion limit. Mirrors CPython's Python/ceval.c and Python/bytecodes.c.

use crate::heap::{Heap, Owned, Ref};
use crate::python::code::{BinaryOperator, Comparison, UnaryOperator};

/// Why running Python code did not give a value.
#[derive(Debug)]
pub enum Unwind {
    /// A Python exception: the exception object.
    Raised(Owned),
    /// The program is over, and no handler may stop that: a budget is used up.
    Stopped(Stop),
}

/// Why a program was stopped from outside of Python.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stop {
    /// It ran that many steps.
    Steps(u64),
    /// The heap would need more than that many bytes.
    HeapBytes(u64),
}

pub type PyResult<T = Owned> = Result<T, Unwind>;

/// Arguments of a native function: borrowed references.
#[derive(Clone, Copy)]
pub struct Args<'a> {
    pub positional: &'a [Ref],
    /// Names (interned str) and values.
    pub keywords: &'a [(Ref, Ref)],
}

/// A function of ours that Python code can call. For methods, `positional[0]` is the receiver. The result is a new
/// reference. Arguments stay alive during the call; nothing else does unless it is referenced.
pub type NativeFn = fn(&mut Vm, Args<'_>) -> PyResult;

pub struct Vm {
    pub heap: Heap,
    pub builtin_state: crate::python::builtins::State,
}

impl Vm {
    // ---- references ----

    /// Gives a reference back; whatever dies with it dies now.
    #[inline]
    pub fn release(&mut self, reference: Owned) {
        crate::heap::dealloc::release_owned(self, reference);
    }

    /// As [`Vm::release`], for a counted reference that is held as a bare one.
    #[inline]
    pub fn release_ref(&mut self, reference: Ref) {
        crate::heap::dealloc::release(self, reference);
    }

    pub fn none(&mut self) -> Owned {
        self.heap.new_ref(Ref::NONE)
    }

    pub fn bool(&mut self, value: bool) -> Owned {
        self.heap.new_ref(Ref::bool(value))
    }

    // ---- errors ----

    /// An exception of that built-in class with one message.
    pub fn raise<T>(&mut self, _class: Ref, _message: impl Into<String>) -> PyResult<T> {
        todo!()
    }

    pub fn type_error<T>(&mut self, message: impl Into<String>) -> PyResult<T> {
        self.raise(crate::heap::types::TYPE_ERROR, message)
    }

    pub fn value_error<T>(&mut self, message: impl Into<String>) -> PyResult<T> {
        self.raise(crate::heap::types::VALUE_ERROR, message)
    }

    /// Native code that calls itself over the program's data (repr, comparison, hash) goes one level deeper:
    /// RecursionError "maximum recursion depth exceeded" + `place` (" in comparison") when that is too deep. After Ok the
    /// caller calls [`Vm::leave_recursion`].
    pub fn enter_recursion(&mut self, _place: &str) -> PyResult<()> {
        todo!()
    }

    pub fn leave_recursion(&mut self) {
        todo!()
    }

    // ---- the object protocol ----

    /// callable(*positional, **keywords).
    pub fn call(
        &mut self,
        _callable: Ref,
        _positional: &[Ref],
        _keywords: &[(Ref, Ref)],
    ) -> PyResult {
        todo!()
    }

    /// The method of that name found in the object's class (not in the instance), as type slots are; None when there is none.
    pub fn call_special(
        &mut self,
        _object: Ref,
        _name: &str,
        _args: &[Ref],
    ) -> PyResult<Option<Owned>> {
        todo!()
    }

    pub fn get_attribute(&mut self, _object: Ref, _name: Ref) -> PyResult {
        todo!()
    }

    pub fn get_attribute_text(&mut self, _object: Ref, _name: &str) -> PyResult {
        todo!()
    }

    pub fn set_attribute(&mut self, _object: Ref, _name: Ref, _value: Ref) -> PyResult<()> {
        todo!()
    }

    pub fn delete_attribute(&mut self, _object: Ref, _name: Ref) -> PyResult<()> {
        todo!()
    }

    pub fn truth(&mut self, _object: Ref) -> PyResult<bool> {
        todo!()
    }

    /// repr(object) as text.
    pub fn repr(&mut self, _object: Ref) -> PyResult<String> {
        todo!()
    }

    /// str(object) as text.
    pub fn str(&mut self, _object: Ref) -> PyResult<String> {
        todo!()
    }

    pub fn hash(&mut self, _object: Ref) -> PyResult<i64> {
        todo!()
    }

    /// a is b or a == b, as containers compare.
    pub fn equal(&mut self, _a: Ref, _b: Ref) -> PyResult<bool> {
        todo!()
    }

    pub fn compare(&mut self, _operator: Comparison, _a: Ref, _b: Ref) -> PyResult {
        todo!()
    }

    pub fn binary(&mut self, _operator: BinaryOperator, _a: Ref, _b: Ref) -> PyResult {
        todo!()
    }

    pub fn inplace(&mut self, _operator: BinaryOperator, _a: Ref, _b: Ref) -> PyResult {
        todo!()
    }

    pub fn unary(&mut self, _operator: UnaryOperator, _a: Ref) -> PyResult {
        todo!()
    }

    pub fn contains(&mut self, _container: Ref, _item: Ref) -> PyResult<bool> {
        todo!()
    }

    pub fn len(&mut self, _object: Ref) -> PyResult<usize> {
        todo!()
    }

    pub fn get_item(&mut self, _container: Ref, _index: Ref) -> PyResult {
        todo!()
    }

    pub fn set_item(&mut self, _container: Ref, _index: Ref, _value: Ref) -> PyResult<()> {
        todo!()
    }

    pub fn delete_item(&mut self, _container: Ref, _index: Ref) -> PyResult<()> {
        todo!()
    }

    /// iter(object).
    pub fn iter(&mut self, _object: Ref) -> PyResult {
        todo!()
    }

    /// The next value, or none when the iterator is exhausted.
    pub fn next(&mut self, _iterator: Ref) -> PyResult<Option<Owned>> {
        todo!()
    }

    /// All values of an iterable, owned.
    pub fn collect_iterable(&mut self, _iterable: Ref) -> PyResult<Vec<Owned>> {
        todo!()
    }

    /// dict[key] for an exact or derived dict, without `__missing__`; Python's `__hash__` and `__eq__` are called where needed.
    pub fn dict_get(&mut self, _dict: Ref, _key: Ref) -> PyResult<Option<Owned>> {
        todo!()
    }

    pub fn dict_set(&mut self, _dict: Ref, _key: Ref, _value: Ref) -> PyResult<()> {
        todo!()
    }

    /// Removes the key and gives its value.
    pub fn dict_remove(&mut self, _dict: Ref, _key: Ref) -> PyResult<Option<Owned>> {
        todo!()
    }

    /// Adds to a set; false when it was there.
    pub fn set_add(&mut self, _set: Ref, _key: Ref) -> PyResult<bool> {
        todo!()
    }

    pub fn set_contains(&mut self, _set: Ref, _key: Ref) -> PyResult<bool> {
        todo!()
    }

    pub fn set_discard(&mut self, _set: Ref, _key: Ref) -> PyResult<bool> {
        todo!()
    }

    // ---- natives ----

    /// Puts a method into a built-in type's dict.
    pub fn add_method(&mut self, _class: Ref, _name: &str, _function: NativeFn) {
        todo!()
    }

    /// A class method of a built-in type (`dict.fromkeys`): positional[0] is the class.
    pub fn add_class_method(&mut self, _class: Ref, _name: &str, _function: NativeFn) {
        todo!()
    }

    /// A computed attribute of a built-in type's instances.
    pub fn add_getter(
        &mut self,
        _class: Ref,
        _name: &str,
        _getter: NativeFn,
        _setter: Option<NativeFn>,
    ) {
        todo!()
    }

    /// `__new__` of a built-in type: positional[0] is the class (maybe a subclass), the rest the arguments. Types that can
    /// change are made empty by it and filled by their `__init__`, which is a method.
    pub fn add_new(&mut self, _class: Ref, _function: NativeFn) {
        todo!()
    }

    /// A function of a module (a dict of names).
    pub fn add_function(&mut self, _module: Ref, _name: &str, _function: NativeFn) {
        todo!()
    }

    /// Writes to sys.stdout or sys.stderr as the program sees them.
    pub fn write_stdout(&mut self, _text: &str) -> PyResult<()> {
        todo!()
    }

    pub fn write_stderr(&mut self, _text: &str) -> PyResult<()> {
        todo!()
    }
}

impl crate::heap::Host for Vm {
    fn heap(&mut self) -> &mut Heap {
        &mut self.heap
    }
    fn call_finalizer(&mut self, _object: Ref) {
        todo!()
    }
    fn call_weakref_callback(&mut self, _weakref: Ref, _callback: Ref) {
        todo!()
    }
    fn call_gc_callbacks(&mut self, _phase: &'static str, _info: crate::heap::GcInfo) {
        todo!()
    }
    fn write_gc_debug(&mut self, _line: &str) {
        todo!()
    }
    fn debug_name(&mut self, _object: Ref) -> String {
        todo!()
    }
}

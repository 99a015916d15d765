//! Operators: slots of built-in types, special methods of classes, reflected operands.
//!
//! Mirrors binary_op1 and its callers in CPython's Objects/abstract.c, SLOT1BINFULL of Objects/typeobject.c and
//! do_richcompare of Objects/object.c.

use super::{PyResult, Vm};
use crate::heap::dict::Equality;
use crate::heap::{Owned, Payload, Ref, types};
use crate::python::builtins;
use crate::python::code::{BinaryOperator, Comparison, UnaryOperator};

/// What a slot of one operand says.
enum Slot {
    /// The built-in types' own function.
    Native,
    /// A method found in a class written in Python.
    Method(Ref),
    Missing,
}

impl Vm {
    pub fn binary(&mut self, operator: BinaryOperator, a: Ref, b: Ref) -> PyResult {
        match self.binary_or_not_implemented(operator, a, b)? {
            Some(value) => Ok(value),
            None => match builtins::operator_error(self, operator, a, b) {
                Some(message) => self.type_error(message),
                None => self.unsupported(symbol(operator), a, b),
            },
        }
    }

    pub fn inplace(&mut self, operator: BinaryOperator, a: Ref, b: Ref) -> PyResult {
        if self.is_builtin_class(self.heap.class_of(a)) {
            if let Some(value) = builtins::inplace(self, operator, a, b)? {
                return Ok(value);
            }
        } else {
            let name = self.inplace_name(operator);
            match self.slot(a, name) {
                Slot::Method(method) => {
                    if let Some(value) = self.call_slot(method, a, b)? {
                        return Ok(value);
                    }
                }
                Slot::Native => {
                    if let Some(value) = builtins::inplace(self, operator, a, b)? {
                        return Ok(value);
                    }
                }
                Slot::Missing => {}
            }
        }
        match self.binary_or_not_implemented(operator, a, b)? {
            Some(value) => Ok(value),
            None => match builtins::operator_error(self, operator, a, b) {
                Some(message) => self.type_error(message),
                None => self.unsupported(&format!("{}=", symbol(operator)), a, b),
            },
        }
    }

    fn binary_or_not_implemented(
        &mut self,
        operator: BinaryOperator,
        a: Ref,
        b: Ref,
    ) -> PyResult<Option<Owned>> {
        let (class_a, class_b) = (self.heap.class_of(a), self.heap.class_of(b));
        if self.is_builtin_class(class_a) && self.is_builtin_class(class_b) {
            return builtins::binary(self, operator, a, b);
        }
        let (name, reflected) = self.binary_names(operator);
        let reflected_slot = if class_a == class_b {
            Slot::Missing
        } else {
            self.slot(b, reflected)
        };
        if let Slot::Method(method) = reflected_slot
            && self.heap.is_subclass(class_b, class_a)
            && self.lookup(class_a, reflected) != Some(method)
        {
            // A subclass's own reflected method comes first.
            if let Some(value) = self.call_slot(method, b, a)? {
                return Ok(Some(value));
            }
            return self.left_slot(operator, name, a, b);
        }
        if let Some(value) = self.left_slot(operator, name, a, b)? {
            return Ok(Some(value));
        }
        match reflected_slot {
            Slot::Method(method) => self.call_slot(method, b, a),
            Slot::Native => builtins::binary(self, operator, a, b),
            Slot::Missing => Ok(None),
        }
    }

    fn left_slot(
        &mut self,
        operator: BinaryOperator,
        name: Ref,
        a: Ref,
        b: Ref,
    ) -> PyResult<Option<Owned>> {
        match self.slot(a, name) {
            Slot::Method(method) => self.call_slot(method, a, b),
            Slot::Native => builtins::binary(self, operator, a, b),
            Slot::Missing
                if self.heap.as_bigint(b).is_some()
                    || self.is_builtin_class(self.heap.class_of(a)) =>
            {
                builtins::binary(self, operator, a, b)
            }
            Slot::Missing => Ok(None),
        }
    }

    /// How an object's class answers to a special method's name.
    fn slot(&mut self, object: Ref, name: Ref) -> Slot {
        let class = self.heap.class_of(object);
        match self.lookup(class, name) {
            None if self.is_builtin_class(class) => Slot::Native,
            None => Slot::Missing,
            Some(method) => match self.heap.payload_of(method) {
                Some(Payload::Builtin(_)) => Slot::Native,
                _ => Slot::Method(method),
            },
        }
    }

    /// Calls a method of a class; none for NotImplemented.
    fn call_slot(&mut self, method: Ref, receiver: Ref, operand: Ref) -> PyResult<Option<Owned>> {
        let value = self.call_method_of_class(method, receiver, &[operand])?;
        if value.get() == Ref::NOT_IMPLEMENTED {
            self.release(value);
            return Ok(None);
        }
        Ok(Some(value))
    }

    fn unsupported<T>(&mut self, symbol: &str, a: Ref, b: Ref) -> PyResult<T> {
        let (left, right) = (self.heap.class_name(a), self.heap.class_name(b));
        let symbol = match symbol {
            "**" => "** or pow()",
            "**=" => "**=",
            other => other,
        };
        self.type_error(format!(
            "unsupported operand type(s) for {symbol}: '{left}' and '{right}'"
        ))
    }

    pub fn unary(&mut self, operator: UnaryOperator, a: Ref) -> PyResult {
        let (name, symbol) = match operator {
            UnaryOperator::Negative => (self.names.neg, "-"),
            UnaryOperator::Positive => (self.names.pos, "+"),
            UnaryOperator::Invert => (self.names.invert, "~"),
            UnaryOperator::Not => {
                let truth = self.truth(a)?;
                return Ok(self.bool(!truth));
            }
        };
        let value = match self.slot(a, name) {
            Slot::Method(method) => Some(self.call_method_of_class(method, a, &[])?),
            Slot::Native => builtins::unary(self, operator, a)?,
            Slot::Missing => None,
        };
        match value {
            Some(value) => Ok(value),
            None => {
                let name = self.heap.class_name(a);
                self.type_error(format!("bad operand type for unary {symbol}: '{name}'"))
            }
        }
    }

    // ---- comparison ----

    /// a is b or a == b, as containers compare.
    pub fn equal(&mut self, a: Ref, b: Ref) -> PyResult<bool> {
        match self.heap.equal_natively(a, b) {
            Equality::Equal => Ok(true),
            Equality::Different => Ok(false),
            Equality::AskPython => {
                let value = self.compare(Comparison::Eq, a, b)?;
                let truth = self.truth(value.get());
                self.release(value);
                truth
            }
        }
    }

    pub fn compare(&mut self, operator: Comparison, a: Ref, b: Ref) -> PyResult {
        let (class_a, class_b) = (self.heap.class_of(a), self.heap.class_of(b));
        let value = if self.is_builtin_class(class_a) && self.is_builtin_class(class_b) {
            builtins::compare(self, operator, a, b)?
        } else {
            self.enter_recursion(" in comparison")?;
            let value = self.compare_slots(operator, a, b);
            self.leave_recursion();
            value?
        };
        if let Some(value) = value {
            return Ok(value);
        }
        match operator {
            Comparison::Eq => Ok(self.bool(a == b)),
            Comparison::Ne => Ok(self.bool(a != b)),
            _ => {
                let (left, right) = (self.heap.class_name(a), self.heap.class_name(b));
                let symbol = comparison_symbol(operator);
                self.type_error(format!(
                    "'{symbol}' not supported between instances of '{left}' and '{right}'"
                ))
            }
        }
    }

    fn compare_slots(&mut self, operator: Comparison, a: Ref, b: Ref) -> PyResult<Option<Owned>> {
        let (class_a, class_b) = (self.heap.class_of(a), self.heap.class_of(b));
        let swapped = swapped(operator);
        let is_derived = class_a != class_b && self.heap.is_subclass(class_b, class_a);
        if is_derived && let Some(value) = self.compare_slot(swapped, b, a)? {
            return Ok(Some(value));
        }
        if let Some(value) = self.compare_slot(operator, a, b)? {
            return Ok(Some(value));
        }
        if is_derived {
            return Ok(None);
        }
        self.compare_slot(swapped, b, a)
    }

    fn compare_slot(&mut self, operator: Comparison, a: Ref, b: Ref) -> PyResult<Option<Owned>> {
        let name = self.comparison_name(operator);
        match self.slot(a, name) {
            Slot::Method(method) => self.call_slot(method, a, b),
            // object's own `__ne__` is the opposite of `__eq__`.
            Slot::Native | Slot::Missing if operator == Comparison::Ne => {
                let eq = self.names.eq;
                if let Slot::Method(method) = self.slot(a, eq) {
                    let Some(value) = self.call_slot(method, a, b)? else {
                        return Ok(None);
                    };
                    let truth = self.truth(value.get());
                    self.release(value);
                    return Ok(Some(self.heap.new_ref(Ref::bool(!truth?))));
                }
                builtins::compare(self, operator, a, b)
            }
            Slot::Native => builtins::compare(self, operator, a, b),
            Slot::Missing => Ok(None),
        }
    }

    // ---- names ----

    fn binary_names(&self, operator: BinaryOperator) -> (Ref, Ref) {
        let names = &self.names;
        match operator {
            BinaryOperator::Add => (names.add, names.radd),
            BinaryOperator::Sub => (names.sub, names.rsub),
            BinaryOperator::Mul => (names.mul, names.rmul),
            BinaryOperator::MatMul => (names.matmul, names.rmatmul),
            BinaryOperator::TrueDiv => (names.truediv, names.rtruediv),
            BinaryOperator::FloorDiv => (names.floordiv, names.rfloordiv),
            BinaryOperator::Mod => (names.modulo, names.rmod),
            BinaryOperator::Pow => (names.pow, names.rpow),
            BinaryOperator::LShift => (names.lshift, names.rlshift),
            BinaryOperator::RShift => (names.rshift, names.rrshift),
            BinaryOperator::And => (names.and, names.rand),
            BinaryOperator::Or => (names.or, names.ror),
            BinaryOperator::Xor => (names.xor, names.rxor),
        }
    }

    fn inplace_name(&self, operator: BinaryOperator) -> Ref {
        let names = &self.names;
        match operator {
            BinaryOperator::Add => names.iadd,
            BinaryOperator::Sub => names.isub,
            BinaryOperator::Mul => names.imul,
            BinaryOperator::MatMul => names.imatmul,
            BinaryOperator::TrueDiv => names.itruediv,
            BinaryOperator::FloorDiv => names.ifloordiv,
            BinaryOperator::Mod => names.imod,
            BinaryOperator::Pow => names.ipow,
            BinaryOperator::LShift => names.ilshift,
            BinaryOperator::RShift => names.irshift,
            BinaryOperator::And => names.iand,
            BinaryOperator::Or => names.ior,
            BinaryOperator::Xor => names.ixor,
        }
    }

    fn comparison_name(&self, operator: Comparison) -> Ref {
        let names = &self.names;
        match operator {
            Comparison::Lt => names.lt,
            Comparison::Le => names.le,
            Comparison::Eq => names.eq,
            Comparison::Ne => names.ne,
            Comparison::Gt => names.gt,
            Comparison::Ge => names.ge,
        }
    }

    /// Whether the class is one of the built-in types (not a class statement's).
    #[inline]
    pub(crate) fn is_builtin_class(&self, class: Ref) -> bool {
        class.index() < crate::heap::gc_list::N_SENTINELS as usize + types::N_BUILTIN_TYPES as usize
    }
}

fn symbol(operator: BinaryOperator) -> &'static str {
    match operator {
        BinaryOperator::Add => "+",
        BinaryOperator::Sub => "-",
        BinaryOperator::Mul => "*",
        BinaryOperator::MatMul => "@",
        BinaryOperator::TrueDiv => "/",
        BinaryOperator::FloorDiv => "//",
        BinaryOperator::Mod => "%",
        BinaryOperator::Pow => "**",
        BinaryOperator::LShift => "<<",
        BinaryOperator::RShift => ">>",
        BinaryOperator::And => "&",
        BinaryOperator::Or => "|",
        BinaryOperator::Xor => "^",
    }
}

fn comparison_symbol(operator: Comparison) -> &'static str {
    match operator {
        Comparison::Lt => "<",
        Comparison::Le => "<=",
        Comparison::Eq => "==",
        Comparison::Ne => "!=",
        Comparison::Gt => ">",
        Comparison::Ge => ">=",
    }
}

fn swapped(operator: Comparison) -> Comparison {
    match operator {
        Comparison::Lt => Comparison::Gt,
        Comparison::Le => Comparison::Ge,
        Comparison::Gt => Comparison::Lt,
        Comparison::Ge => Comparison::Le,
        other => other,
    }
}

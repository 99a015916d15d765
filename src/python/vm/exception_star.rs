//! The instructions of `except*`.
//!
//! Mirrors CHECK_EG_MATCH and INTRINSIC_PREP_RERAISE_STAR of CPython's Python/bytecodes.c, and
//! _PyEval_CheckExceptStarTypeValid of Python/ceval.c.

use super::{PyResult, Vm};
use crate::heap::Ref;
use crate::python::builtins::exception_groups;

impl Vm {
    pub(super) fn check_eg_match(&mut self) -> PyResult<()> {
        let (exception, classes) = (self.peek(2), self.peek(1));
        self.check_star_classes(classes)?;
        let (matching, rest) = exception_groups::match_star(self, exception, classes)?;
        if let Some(matching) = &matching {
            let current = self.heap.new_ref(matching.get()).into_counted();
            let place = self.handled.last_mut();
            let place = place.expect("the program's own entry stays");
            if let Some(old) = place.replace(current) {
                self.release_ref(old);
            }
        }
        let rest = rest.unwrap_or_else(|| self.none());
        let matching = matching.unwrap_or_else(|| self.none());
        self.drop_top();
        self.drop_top();
        self.push(rest);
        self.push(matching);
        Ok(())
    }

    fn check_star_classes(&mut self, wanted: Ref) -> PyResult<()> {
        let classes: Vec<Ref> = match self.heap.tuple(wanted) {
            Some(classes) => classes.to_vec(),
            None => vec![wanted],
        };
        let is_exception = |class: &Ref| self.heap.is_exception_class(*class);
        if !classes.iter().all(is_exception) {
            return self.type_error(
                "catching classes that do not inherit from BaseException is not allowed",
            );
        }
        let groups = self.builtin_state.groups;
        let is_group =
            |class: &Ref| groups.is_some_and(|groups| self.heap.is_subclass(*class, groups.base));
        if classes.iter().any(is_group) {
            return self.type_error(
                "catching ExceptionGroup with except* is not allowed. Use except instead.",
            );
        }
        Ok(())
    }

    pub(super) fn prep_reraise_star(&mut self) -> PyResult<()> {
        let (original, raised) = (self.peek(2), self.peek(1));
        let raised = self.heap.list(raised).map_or(Vec::new(), <[Ref]>::to_vec);
        let exception = exception_groups::to_reraise(self, original, &raised)?;
        let exception = exception.unwrap_or_else(|| self.none());
        self.drop_top();
        self.replace_top(exception);
        Ok(())
    }
}

//! The end of the interpreter: atexit, unreachable cycles, the globals; and what the interpreter itself refers to.
//!
//! Mirrors Py_FinalizeEx and finalize_modules of CPython's Python/pylifecycle.c and _PyModule_ClearDict.

use super::Vm;
use crate::gc;
use crate::heap::{Owned, Ref};
use crate::trace::event::Trigger;

impl Vm {
    pub(super) fn finalize(&mut self, last_error: Option<Owned>) {
        // From here on finalizers run outside of any program.
        self.validates = false;
        self.run_exit_functions();
        if self.heap.gc.enabled || !self.heap.profile.exit_collects_only_if_enabled {
            gc::collect(self, 2, Trigger::Shutdown);
        }
        if let Some(error) = last_error {
            self.release(error);
        }
        // The last collections tell nobody.
        let callbacks = self.heap.gc.callbacks.take();
        // Nothing can be read any more: tracebacks show no source.
        self.sources.clear();
        // What is collected from here on, nobody is told: gc.callbacks would find their names gone.
        if let Some(callbacks) = self.heap.gc.callbacks.take() {
            self.release_ref(callbacks);
        }
        self.drop_main();
        gc::collect(self, 2, Trigger::Shutdown);
        self.release_abandoned();
        self.heap.gc.callbacks = callbacks;
    }

    /// atexit's functions, the last registered first.
    fn run_exit_functions(&mut self) {
        let Some(module) = self
            .modules
            .and_then(|modules| self.heap.dict_get_text(modules, "atexit"))
        else {
            return;
        };
        if let Ok(run) = self.get_attribute_text(module, "_run_exitfuncs") {
            match self.call(run.get(), &[], &[]) {
                Ok(value) => self.release(value),
                Err(_) => self.release_abandoned(),
            }
            self.release(run);
        }
        self.release_abandoned();
    }

    /// `__main__` leaves sys.modules: the module dies, and with it its dict, unless functions keep that. Then a
    /// collection ends it, or its names are cleared one by one.
    fn drop_main(&mut self) {
        let Some(main) = self.main.take() else {
            return;
        };
        let dict = self
            .heap
            .module_dict(main)
            .map(|dict| self.heap.new_ref(dict));
        let name = self.names.main;
        if let Some(modules) = self.modules
            && let Some(module) = self.heap.dict_delete_name(modules, name)
        {
            self.release_ref(module);
        }
        let Some(dict) = dict else {
            return;
        };
        if self.heap.refcount(dict.get()) == 1 {
            self.release(dict);
            return;
        }
        // What only the dict's own contents keep alive is a cycle like any other.
        let object = dict.get();
        let watch = self.heap.new_cell(None);
        let name = self.heap.intern("");
        self.set_name_in(object, name.get(), watch.get());
        self.release(name);
        self.release(dict);
        gc::collect(self, 2, Trigger::Shutdown);
        if self.heap.refcount(watch.get()) > 1 {
            self.clear_names(object);
        }
        self.release(watch);
    }

    /// _PyModule_ClearDict: names with one underscore first, then all but `__builtins__`.
    fn clear_names(&mut self, dict: Ref) {
        let dict = self.heap.new_ref(dict);
        for underscored in [true, false] {
            let names: Vec<Ref> = self
                .heap
                .dict(dict.get())
                .map_or(Vec::new(), |d| d.iter().map(|(name, _)| name).collect());
            for name in names {
                let Some(text) = self.heap.as_str(name) else {
                    continue;
                };
                let is_underscored = text.starts_with('_') && !text.starts_with("__");
                if is_underscored == underscored && text != "__builtins__" {
                    self.set_name_in(dict.get(), name, Ref::NONE);
                }
            }
        }
        self.release(dict);
    }

    // ---- invariants ----

    /// Every reference that is held outside of the heap's objects.
    pub(crate) fn outside_references(&self) -> Vec<Ref> {
        let mut outside = self.frame_references();
        outside.extend(self.names.all());
        outside.extend(self.modules);
        outside.extend(self.builtins);
        outside.push(self.builtins_dict);
        outside.extend(self.shared_getsets.iter().map(|&(_, shared)| shared));
        outside.extend(self.heap.gc.garbage);
        outside.extend(self.heap.gc.callbacks);
        outside.extend(self.lookups.names());
        outside.extend(self.builtin_state.sys_dict);
        outside
    }

    /// At a statement, with nothing in flight: panics with what is wrong in the heap.
    pub(super) fn validate_now(&mut self) {
        if self.n_runs > 1 {
            return;
        }
        self.release_abandoned();
        let outside = self.outside_references();
        let line = self.frame.line();
        if let Err(problem) = self.heap.validate_counts(&outside) {
            panic!("before line {line}: {problem}");
        }
        if !self.heap.gc.collecting
            && let Err(problem) = self.heap.validate_lists()
        {
            panic!("before line {line}: {problem}");
        }
    }
}

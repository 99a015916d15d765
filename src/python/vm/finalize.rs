//! The end of the interpreter: atexit, unreachable cycles, the globals; and what the interpreter itself refers to.
//!
//! Mirrors Py_FinalizeEx and finalize_modules of CPython's Python/pylifecycle.c and _PyModule_ClearDict.

use super::{PyResult, Vm};
use crate::gc;
use crate::heap::gc_list::debug as debug_flags;
use crate::heap::{Owned, Ref, types};
use crate::trace::event::{Stream, Trigger};

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
        self.forget_last_error();
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
        self.warn_of_garbage();
        self.heap.gc.callbacks = callbacks;
    }

    /// Objects in gc.garbage are a ResourceWarning, shown if a filter of the module warnings says so.
    /// Mirrors _PyGC_DumpShutdownStats.
    fn warn_of_garbage(&mut self) {
        let garbage = self.heap.gc.garbage;
        let items: Vec<Ref> = garbage
            .and_then(|list| self.heap.list(list))
            .map_or(Vec::new(), <[Ref]>::to_vec);
        let debug = self.heap.gc.debug;
        if items.is_empty() || debug & debug_flags::SAVEALL != 0 {
            return;
        }
        let names_them = debug & debug_flags::UNCOLLECTABLE != 0;
        if self.shows_resource_warnings() {
            let hint = if names_them {
                ""
            } else {
                "; use gc.set_debug(gc.DEBUG_UNCOLLECTABLE) to list them"
            };
            let n = items.len();
            self.emit_text(
                Stream::Stderr,
                &format!(
                    "gc:0: ResourceWarning: gc: {n} uncollectable objects at shutdown{hint}\n"
                ),
            );
        }
        if names_them {
            let list = garbage.unwrap_or(Ref::NONE);
            if let Ok(text) = self.repr(list) {
                self.emit_text(Stream::Stderr, &format!("      {text}\n"));
            }
        }
    }

    /// What the first of warnings.filters says that is about ResourceWarning; without the module they are ignored.
    fn shows_resource_warnings(&self) -> bool {
        let filters = self
            .modules
            .and_then(|modules| self.heap.dict_get_text(modules, "warnings"))
            .and_then(|module| self.heap.module_dict(module))
            .and_then(|dict| self.heap.dict_get_text(dict, "filters"))
            .and_then(|filters| self.heap.list(filters))
            .unwrap_or(&[]);
        let action = filters.iter().find_map(|&filter| {
            let [action, message, category, module, _] = self.heap.tuple(filter)? else {
                return None;
            };
            let is_meant = self.heap.as_str(*message).is_none_or(str::is_empty)
                && self.heap.as_str(*module).is_none_or(|name| name == "gc")
                && self.heap.type_body_opt(*category).is_some()
                && self.heap.is_subclass(types::RESOURCE_WARNING, *category);
            is_meant.then(|| self.heap.as_str(*action))?
        });
        action.is_some_and(|action| action != "ignore")
    }

    /// sys.last_value and its kind, which the prompt sets when an exception ends a text; from 3.12 on last_exc, too.
    pub(super) fn remember_last_error(&mut self, error: Ref) -> PyResult<()> {
        let module = self.import("sys")?;
        if let Some(dict) = self.heap.module_dict(module.get()) {
            let traceback = self
                .exception(error)
                .and_then(|body| body.traceback)
                .unwrap_or(Ref::NONE);
            if self.heap.profile.sys_has_last_exc {
                self.set_text_in(dict, "last_exc", error);
            }
            self.set_text_in(dict, "last_type", self.heap.class_of(error));
            self.set_text_in(dict, "last_value", error);
            self.set_text_in(dict, "last_traceback", traceback);
        }
        self.release(module);
        Ok(())
    }

    fn set_text_in(&mut self, dict: Ref, name: &str, value: Ref) {
        let name = self.heap.intern(name);
        self.set_name_in(dict, name.get(), value);
        self.release(name);
    }

    /// Before the modules go, these names in sys are None.
    fn forget_last_error(&mut self) {
        let Some(dict) = self.builtin_state.sys_dict else {
            return;
        };
        for name in ["last_exc", "last_type", "last_value", "last_traceback"] {
            if self.heap.dict_get_text(dict, name).is_some() {
                self.set_text_in(dict, name, Ref::NONE);
            }
        }
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
        outside.extend(&self.in_trees);
        outside.push(self.builtins_dict);
        outside.extend(self.shared_getsets.iter().map(|&(_, shared)| shared));
        outside.extend(self.heap.unseen_references());
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

//! Imports: sys.modules first, then the modules that exist here; there are no files.
//!
//! Mirrors the import instructions of CPython's Python/bytecodes.c and Python/import.c.

use super::{PyResult, Vm};
use crate::heap::{Owned, Payload, Ref, types};
use crate::python::modules;

impl Vm {
    /// sys.modules and the builtins module.
    pub(super) fn install_modules(&mut self) {
        let modules = self.heap.new_dict().into_counted();
        self.modules = Some(modules);
        let builtins = self.module_with_dict("builtins", self.builtins_dict);
        self.builtins = Some(self.heap.new_ref(builtins.get()).into_counted());
        let name = self.heap.intern("builtins");
        self.set_name_in(self.builtins_dict, self.names.name, name.get());
        self.release(name);
        self.add_function(builtins.get(), "__build_class__", |vm, args| {
            vm.build_class(args)
        });
        self.add_function(builtins.get(), "__import__", |vm, args| {
            match args.positional {
                [name, ..] => {
                    let name = vm.heap.str_rc(*name).unwrap_or_default();
                    vm.import_dotted(&name, false)
                }
                [] => vm.type_error("__import__() missing required argument 'name' (pos 1)"),
            }
        });
        self.enter_module("builtins", builtins);
    }

    /// A module object over a dict that stands already; the dict gets one more owner.
    pub(crate) fn module_with_dict(&mut self, name: &str, dict: Ref) -> Owned {
        self.heap.incref(dict);
        let module = self.heap.new_module(name);
        let empty = match self.heap.payload_mut(module.get()) {
            Payload::Module(body) => std::mem::replace(&mut body.dict, dict),
            _ => dict,
        };
        self.release_ref(empty);
        module
    }

    /// Puts a module into sys.modules.
    pub(crate) fn enter_module(&mut self, name: &str, module: Owned) {
        if let Some(modules) = self.modules
            && let Some(old) = self
                .heap
                .dict_set_text(modules, name, module.into_counted())
        {
            self.release_ref(old);
        }
    }

    /// The module of that full name: a new reference.
    pub fn import(&mut self, name: &str) -> PyResult {
        if let Some(found) = self
            .modules
            .and_then(|modules| self.heap.dict_get_text(modules, name))
        {
            return Ok(self.heap.new_ref(found));
        }
        let setup = self.heap.begin_setup();
        let made = self.make_module(name);
        self.release_abandoned();
        self.heap.end_setup(setup);
        match made? {
            Some(module) => Ok(module),
            None => self.no_module(name),
        }
    }

    /// The module of that full name if it was imported already; borrowed.
    pub(super) fn imported_module(&self, name: &str) -> Option<Ref> {
        self.heap.dict_get_text(self.modules?, name)
    }

    fn make_module(&mut self, name: &str) -> PyResult<Option<Owned>> {
        let Some(module) = modules::create(self, name)? else {
            return Ok(None);
        };
        self.name_module(module.get(), name);
        let kept = self.heap.new_ref(module.get());
        self.enter_module(name, kept);
        Ok(Some(module))
    }

    fn name_module(&mut self, module: Ref, name: &str) {
        if let Some(dict) = self.heap.module_dict(module)
            && self.heap.dict_get_name(dict, self.names.name).is_none()
        {
            let name = self.heap.intern(name);
            self.set_name_in(dict, self.names.name, name.get());
            self.release(name);
        }
    }

    fn no_module<T>(&mut self, name: &str) -> PyResult<T> {
        let error = self.new_error(
            types::MODULE_NOT_FOUND_ERROR,
            format!("No module named '{name}'"),
        );
        let name = self.heap.new_str(name);
        self.set_error_attribute(error.get(), self.names.plain_name, name);
        self.raise_error(error)
    }

    /// `import a.b` gives a, `from a.b import c` needs b itself.
    fn import_dotted(&mut self, name: &str, wants_last: bool) -> PyResult {
        let mut first = None;
        let mut last: Option<Owned> = None;
        let mut at = 0;
        while at < name.len() {
            let end = name[at..].find('.').map_or(name.len(), |dot| at + dot);
            let module = self.import(&name[..end])?;
            if let Some(parent) = &last {
                let part = self.heap.intern(&name[at..end]);
                self.set_attribute(parent.get(), part.get(), module.get())?;
                self.release(part);
            }
            if first.is_none() {
                first = Some(self.heap.new_ref(module.get()));
            }
            if let Some(parent) = last.replace(module) {
                self.release(parent);
            }
            at = end + 1;
        }
        let (Some(first), Some(last)) = (first, last) else {
            return self.value_error("Empty module name");
        };
        let (kept, dropped) = if wants_last {
            (last, first)
        } else {
            (first, last)
        };
        self.release(dropped);
        Ok(kept)
    }

    /// ImportName: `level fromlist -- module`.
    pub(super) fn import_name(&mut self, name: Ref) -> PyResult<()> {
        let (level, from) = (self.peek(2), self.peek(1));
        let text = self.heap.str_rc(name).unwrap_or_default();
        if self.heap.as_i64(level).unwrap_or(0) > 0 {
            return self.raise(
                types::IMPORT_ERROR,
                "attempted relative import with no known parent package",
            );
        }
        let wants_last = from != Ref::NONE;
        let module = self.import_dotted(&text, wants_last)?;
        self.replace_two(module);
        Ok(())
    }

    pub(super) fn import_from(&mut self, module: Ref, name: Ref) -> PyResult {
        let found = self
            .heap
            .module_dict(module)
            .and_then(|dict| self.heap.dict_get_name(dict, name));
        if let Some(found) = found {
            return Ok(self.heap.new_ref(found));
        }
        let module_name = match self.heap.payload_of(module) {
            Some(Payload::Module(body)) => body.name.clone(),
            _ => return self.get_attribute(module, name),
        };
        if let Some(found) = self.ask_module_quietly(module, name)? {
            return Ok(found);
        }
        let text = self.heap.as_str(name).unwrap_or_default().to_owned();
        if let Ok(submodule) = self.import(&format!("{module_name}.{text}")) {
            return Ok(submodule);
        }
        self.release_abandoned();
        let error = self.new_error(
            types::IMPORT_ERROR,
            format!("cannot import name '{text}' from '{module_name}' (unknown location)"),
        );
        let name = self.heap.new_str(&module_name);
        self.set_error_attribute(error.get(), self.names.plain_name, name);
        let wrong = self.heap.new_str(&text);
        self.set_error_attribute(error.get(), self.names.name_from, wrong);
        self.raise_error(error)
    }

    /// ImportStar: all names, or those of `__all__`.
    pub(super) fn import_star(&mut self) -> PyResult<()> {
        let module = self.peek(1);
        let locals = self.frame.locals.unwrap_or(self.frame.globals);
        let Some(dict) = self.heap.module_dict(module) else {
            self.drop_top();
            return Ok(());
        };
        let all = self.heap.dict_get_name(dict, self.names.all);
        let names: Vec<Owned> = match all {
            Some(all) => self.collect_iterable(all)?,
            None => {
                let names: Vec<Ref> = self
                    .heap
                    .dict(dict)
                    .map_or(Vec::new(), |d| d.iter().map(|(name, _)| name).collect());
                names
                    .into_iter()
                    .filter(|&name| {
                        self.heap
                            .as_str(name)
                            .is_some_and(|text| !text.starts_with('_'))
                    })
                    .collect::<Vec<_>>()
                    .into_iter()
                    .map(|name| self.heap.new_ref(name))
                    .collect()
            }
        };
        for name in names {
            let value = self.get_attribute(module, name.get())?;
            self.set_name_in(locals, name.get(), value.get());
            self.release(value);
            self.release(name);
        }
        self.drop_top();
        Ok(())
    }

    pub(super) fn setup_annotations(&mut self) -> PyResult<()> {
        let locals = self.frame.locals.unwrap_or(self.frame.globals);
        if self
            .heap
            .dict_get_name(locals, self.names.annotations)
            .is_none()
        {
            let dict = self.heap.new_dict();
            self.set_name_in(locals, self.names.annotations, dict.get());
            self.release(dict);
        }
        Ok(())
    }
}

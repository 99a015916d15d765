//! Names: from a name in a scope to the instruction that loads, stores or deletes it.
//!
//! Mirrors codegen_nameop in CPython's Python/codegen.c.

use std::collections::BTreeSet;
use std::rc::Rc;

use ruff_text_size::TextRange;

use crate::python::code::{CodeKind, Op, Position};
use crate::python::symbols::{Resolution, ScopeId, ScopeKind, mangle};

use super::unit::Unit;
use super::{Compiler, Result};

/// What a program does with a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Use {
    Load,
    Store,
    Delete,
}

/// Which instructions reach a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Access {
    Fast,
    Deref,
    /// A free variable of a class body: its namespace is asked first.
    ClassDeref,
    Name,
    Global,
    /// A global name in the annotations of a class, whose namespace is asked first.
    ClassOrGlobal,
}

impl Access {
    fn op(self, name_use: Use) -> Op {
        let [load, store, delete] = match self {
            Access::Fast => [Op::LoadFast, Op::StoreFast, Op::DeleteFast],
            Access::Deref => [Op::LoadDeref, Op::StoreDeref, Op::DeleteDeref],
            Access::ClassDeref => [Op::LoadClassDeref, Op::StoreDeref, Op::DeleteDeref],
            Access::Name => [Op::LoadName, Op::StoreName, Op::DeleteName],
            Access::ClassOrGlobal => [Op::LoadClassOrGlobal, Op::StoreGlobal, Op::DeleteGlobal],
            Access::Global => [Op::LoadGlobal, Op::StoreGlobal, Op::DeleteGlobal],
        };
        match name_use {
            Use::Load => load,
            Use::Store => store,
            Use::Delete => delete,
        }
    }
}

impl<'a> Compiler<'a> {
    pub(super) fn mangled(&self, name: &str) -> Rc<str> {
        mangle(self.unit.private.as_deref(), name)
    }

    pub(super) fn name(&mut self, range: TextRange, name: &str, name_use: Use) -> Result {
        self.check_name(range, name, name_use)?;
        let position = self.position(range);
        self.name_at(position, name, name_use);
        Ok(())
    }

    fn check_name(&self, range: TextRange, name: &str, name_use: Use) -> Result {
        if name != "__debug__" {
            return Ok(());
        }
        match name_use {
            Use::Load => Ok(()),
            Use::Store => self.error(range, "cannot assign to __debug__"),
            Use::Delete => self.error(range, "cannot delete __debug__"),
        }
    }

    pub(super) fn name_at(&mut self, position: Position, name: &str, name_use: Use) {
        let name = self.mangled(name);
        let access = self.access(&name);
        let op = access.op(name_use);
        match access {
            Access::Fast => {
                let slot = self.unit.varnames.index(&name);
                self.unit.emit(position, op, slot);
            }
            Access::Deref | Access::ClassDeref => {
                let cell = self
                    .unit
                    .cell_index(&name)
                    .expect("a captured name has a cell");
                self.unit.emit_cell(position, op, cell);
            }
            Access::Name | Access::Global | Access::ClassOrGlobal => {
                let index = self.unit.names.index(&name);
                self.unit.emit(position, op, index);
            }
        }
    }

    fn access(&self, name: &str) -> Access {
        for id in self.unit.inlined.iter().rev() {
            let comprehension = self.scopes.get(*id);
            if comprehension.binds(name) {
                let in_cell = comprehension
                    .symbol(name)
                    .is_some_and(|symbol| symbol.resolution.is_in_cell());
                return if in_cell { Access::Deref } else { Access::Fast };
            }
        }
        let scope = self.scopes.get(self.unit.scope);
        let innermost = self.unit.inlined.last().map(|id| self.scopes.get(*id));
        let own = scope.symbol(name);
        let symbol = match innermost {
            Some(comprehension) if scope.kind == ScopeKind::Class => {
                // The names of a class body are no concern of a comprehension in it.
                return match comprehension.symbol(name).map(|symbol| symbol.resolution) {
                    Some(Resolution::Free) => Access::Deref,
                    _ => Access::Global,
                };
            }
            Some(comprehension) => own.or_else(|| comprehension.symbol(name)),
            None => own,
        };
        let resolution = symbol.map_or(Resolution::GlobalImplicit, |symbol| symbol.resolution);
        match (scope.kind, resolution) {
            (ScopeKind::Class, Resolution::Free) => Access::ClassDeref,
            (_, Resolution::Free | Resolution::Cell) => Access::Deref,
            (_, Resolution::GlobalExplicit) => Access::Global,
            (ScopeKind::Module | ScopeKind::Class, _) => Access::Name,
            (_, Resolution::Local) => Access::Fast,
            (ScopeKind::Annotations, _) if scope.symbol("__classdict__").is_some() => {
                Access::ClassOrGlobal
            }
            _ => Access::Global,
        }
    }

    pub(super) fn is_fast(&self, name: &str) -> bool {
        self.access(&self.mangled(name)) == Access::Fast
    }

    /// Pushes the slot's own cell, for a closure.
    pub(super) fn load_closure(&mut self, position: Position, name: &str) {
        let cell = self
            .unit
            .cell_index(name)
            .expect("a captured name has a cell");
        self.unit.emit_cell(position, Op::LoadClosure, cell);
    }

    /// Opens a code object inside the present one.
    pub(super) fn enter(&mut self, kind: CodeKind, name: &str, scope: ScopeId, first_line: u32) {
        let qualname = self.qualname(kind, name);
        let mut unit = Unit::new(kind, name.into(), qualname, first_line, scope);
        unit.private = self.scopes.get(scope).private.clone();
        unit.position = Position {
            line: first_line,
            end_line: first_line,
            ..Position::default()
        };
        self.outer.push(std::mem::replace(&mut self.unit, unit));
        self.find_cells(scope);
    }

    /// Closes the code object and comes back to the one around it.
    pub(super) fn leave(&mut self) -> Unit<'a> {
        let outer = self.outer.pop().expect("a unit was entered");
        std::mem::replace(&mut self.unit, outer)
    }

    pub(super) fn qualname(&self, kind: CodeKind, name: &str) -> Rc<str> {
        let outer = &self.unit;
        if self.outer.is_empty() {
            return name.into();
        }
        if matches!(kind, CodeKind::Function | CodeKind::Class) {
            let mangled = self.mangled(name);
            let symbol = self.scopes.get(outer.scope).symbol(&mangled);
            if symbol.is_some_and(|symbol| symbol.resolution == Resolution::GlobalExplicit) {
                return name.into();
            }
        }
        match outer.kind {
            CodeKind::Function | CodeKind::Lambda => {
                format!("{}.<locals>.{name}", outer.qualname).into()
            }
            _ => format!("{}.{name}", outer.qualname).into(),
        }
    }

    /// Cells and free variables of the code object, those of comprehensions that run in it included.
    pub(super) fn find_cells(&mut self, id: ScopeId) {
        let mut cells = self.scopes.get(id).resolved(Resolution::Cell);
        self.inlined_cells(id, &mut cells);
        let scope = self.scopes.get(id);
        if scope.needs_class_closure {
            cells.insert("__class__".into());
        }
        if scope.needs_class_dict {
            cells.insert("__classdict__".into());
        }
        let mut free = scope.resolved(Resolution::Free);
        let passing = scope.names.iter().filter(|name| {
            let flags = scope.symbol(name).map_or(0, |symbol| symbol.flags);
            flags & crate::python::symbols::flag::FREE_CLASS != 0
        });
        free.extend(passing.cloned());
        self.unit.cells = cells.into_iter().collect();
        self.unit.free = free.into_iter().collect();
    }

    fn inlined_cells(&self, id: ScopeId, cells: &mut BTreeSet<Rc<str>>) {
        for child in &self.scopes.get(id).children {
            let scope = self.scopes.get(*child);
            if scope.inlined {
                cells.extend(scope.resolved(Resolution::Cell));
                self.inlined_cells(*child, cells);
            }
        }
    }

    /// What a frame does before the first statement.
    pub(super) fn prologue(&mut self) {
        let position = self.unit.position;
        if self.unit.is_generator {
            self.unit.emit(position, Op::ReturnGenerator, 0);
        }
        for cell in 0..self.unit.cells.len() as u32 {
            self.unit.emit_cell(position, Op::MakeCell, cell);
        }
    }
}

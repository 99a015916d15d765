//! The second pass over the scopes: from the bindings that the first found to each name's resolution.
//!
//! Mirrors analyze_block and its helpers in CPython's Python/symtable.c.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::{Resolution, Scope, ScopeId, ScopeKind, Scopes, SymbolError, flag};

type Names = BTreeSet<Rc<str>>;

impl Scopes {
    pub(super) fn analyze(&mut self) -> Result<(), SymbolError> {
        self.analyze_scope(self.root(), None, &Names::new())?;
        Ok(())
    }

    /// Resolves the scope's names and those of its children; returns the names that are free in them all together.
    fn analyze_scope(
        &mut self,
        id: ScopeId,
        bound: Option<&Names>,
        global: &Names,
    ) -> Result<Names, SymbolError> {
        let kind = self.get(id).kind;
        let mut local = Names::new();
        let mut free = Names::new();
        let mut global = global.clone();
        let mut outer_bound = bound.cloned();
        let (class_bound, class_global) = (outer_bound.clone(), global.clone());
        for name in self.get(id).names.clone() {
            let found = self.analyze_name(id, &name, &mut outer_bound, &mut local, &mut global)?;
            if found == Resolution::Free {
                free.insert(name.clone());
            }
            self.get_mut(id).resolve(&name, found);
        }
        let (child_bound, child_global) = match kind {
            ScopeKind::Class => {
                let mut names = class_bound.unwrap_or_default();
                names.insert("__class__".into());
                names.insert("__classdict__".into());
                (Some(names), class_global)
            }
            ScopeKind::Module => (Some(Names::new()), global.clone()),
            _ => {
                let mut names = outer_bound.clone().unwrap_or_default();
                names.extend(local.iter().cloned());
                (Some(names), global.clone())
            }
        };
        let (new_free, inlined_cells) =
            self.analyze_children(id, child_bound.as_ref(), &child_global)?;
        let new_free = self.settle(id, new_free, &inlined_cells, bound);
        free.extend(new_free);
        Ok(free)
    }

    fn analyze_children(
        &mut self,
        id: ScopeId,
        bound: Option<&Names>,
        global: &Names,
    ) -> Result<(Names, Names), SymbolError> {
        let mut new_free = Names::new();
        let mut inlined_cells = Names::new();
        for child in self.get(id).children.clone() {
            let mut child_free = self.analyze_scope(child, bound, global)?;
            if self.get(child).inlined {
                self.inline_comprehension(id, child, &mut child_free, &mut inlined_cells);
            }
            new_free.extend(child_free);
        }
        Ok((new_free, inlined_cells))
    }

    /// What is free in an inlined comprehension alone is an ordinary local of the function around it.
    fn inline_comprehension(
        &self,
        id: ScopeId,
        child: ScopeId,
        child_free: &mut Names,
        inlined_cells: &mut Names,
    ) {
        let comprehension = self.get(child);
        inlined_cells.extend(comprehension.resolved(Resolution::Cell));
        if self.get(id).kind == ScopeKind::Class {
            return;
        }
        for name in comprehension.resolved(Resolution::Free) {
            if self.get(id).binds(&name) && !self.is_free_in_any_child(child, &name) {
                child_free.remove(&name);
            }
        }
    }

    fn is_free_in_any_child(&self, id: ScopeId, name: &str) -> bool {
        let is_free = |child: &ScopeId| {
            let child = self.get(*child);
            child
                .symbol(name)
                .is_some_and(|symbol| symbol.resolution == Resolution::Free)
        };
        self.get(id).children.iter().any(is_free)
    }

    /// Turns captured locals into cells, and takes in what passes through on its way to an inner scope.
    fn settle(
        &mut self,
        id: ScopeId,
        mut new_free: Names,
        inlined_cells: &Names,
        bound: Option<&Names>,
    ) -> Names {
        let scope = self.get_mut(id);
        if scope.kind.is_function() {
            for name in scope.resolved(Resolution::Local) {
                if new_free.contains(&name) || inlined_cells.contains(&name) {
                    scope.resolve(&name, Resolution::Cell);
                    new_free.remove(&name);
                }
            }
        } else if scope.kind == ScopeKind::Class {
            scope.needs_class_closure |= new_free.remove("__class__");
            scope.needs_class_dict |= new_free.remove("__classdict__");
        }
        for name in &new_free {
            pass_through(scope, name, bound);
        }
        new_free
    }

    fn analyze_name(
        &self,
        id: ScopeId,
        name: &Rc<str>,
        bound: &mut Option<Names>,
        local: &mut Names,
        global: &mut Names,
    ) -> Result<Resolution, SymbolError> {
        let scope = self.get(id);
        let flags = scope.symbol(name).map_or(0, |symbol| symbol.flags);
        if flags & flag::GLOBAL != 0 {
            if flags & flag::NONLOCAL != 0 {
                return Err(directive_error(
                    scope,
                    name,
                    format!("name '{name}' is nonlocal and global"),
                ));
            }
            global.insert(name.clone());
            if let Some(bound) = bound {
                bound.remove(name);
            }
            return Ok(Resolution::GlobalExplicit);
        }
        if flags & flag::NONLOCAL != 0 {
            let Some(bound) = bound else {
                let message = "nonlocal declaration not allowed at module level".to_owned();
                return Err(directive_error(scope, name, message));
            };
            if !bound.contains(name) {
                let message = format!("no binding for nonlocal '{name}' found");
                return Err(directive_error(scope, name, message));
            }
            return Ok(Resolution::Free);
        }
        if flags & flag::BOUND != 0 {
            local.insert(name.clone());
            global.remove(name);
            return Ok(Resolution::Local);
        }
        if bound.as_ref().is_some_and(|bound| bound.contains(name)) {
            return Ok(Resolution::Free);
        }
        Ok(Resolution::GlobalImplicit)
    }
}

fn pass_through(scope: &mut Scope, name: &Rc<str>, bound: Option<&Names>) {
    match scope.symbol(name) {
        Some(symbol)
            if scope.kind == ScopeKind::Class
                && symbol.flags & (flag::BOUND | flag::GLOBAL) != 0 =>
        {
            scope.add(name, flag::FREE_CLASS);
        }
        Some(_) => {}
        None if bound.is_some_and(|bound| bound.contains(name)) => {
            scope.add(name, 0);
            scope.resolve(name, Resolution::Free);
        }
        None => {}
    }
}

fn directive_error(scope: &Scope, name: &str, message: String) -> SymbolError {
    let range = scope
        .directives
        .iter()
        .find(|(directive, _)| &**directive == name)
        .map(|(_, range)| *range)
        .unwrap_or_default();
    SymbolError { message, range }
}

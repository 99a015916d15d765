//! The first pass over a tree: which scope binds, uses or declares which name.
//!
//! Mirrors the symtable_visit_* functions of CPython's Python/symtable.c, their order of visits included.

use std::collections::HashMap;
use std::rc::Rc;

use ruff_python_ast as ast;
use ruff_python_ast::{Expr, Stmt};
use ruff_text_size::TextRange;

use super::{Resolution, Scope, ScopeId, ScopeKind, Scopes, SymbolError, flag, mangle, node_key};
use crate::profile::Profile;

pub(super) type Result<T = ()> = std::result::Result<T, SymbolError>;

pub(super) struct Collector<'a> {
    pub(super) scopes: Scopes,
    pub(super) current: ScopeId,
    pub(super) profile: &'a Profile,
    pub(super) private: Option<Rc<str>>,
    /// How deep in the iterable of a comprehension, where `:=` is forbidden.
    pub(super) iterable_depth: u32,
    /// In the target of a comprehension's `for`.
    pub(super) in_comprehension_target: bool,
}

pub(super) fn error<T>(range: TextRange, message: impl Into<String>) -> Result<T> {
    Err(SymbolError {
        message: message.into(),
        range,
    })
}

impl<'a> Collector<'a> {
    pub(super) fn new(profile: &'a Profile) -> Self {
        let mut collector = Collector {
            scopes: Scopes {
                scopes: Vec::new(),
                by_node: HashMap::new(),
                annotations_by_node: HashMap::new(),
                annotations_by_body: HashMap::new(),
            },
            current: ScopeId(0),
            profile,
            private: None,
            iterable_depth: 0,
            in_comprehension_target: false,
        };
        collector.push_scope(ScopeKind::Module, "<module>", None);
        collector
    }

    pub(super) fn finish(mut self) -> Result<Scopes> {
        self.scopes.analyze()?;
        Ok(self.scopes)
    }

    pub(super) fn module_body(&mut self, body: &[Stmt]) -> Result {
        self.body(body)?;
        self.deferred_annotations(body, node_key(body))
    }

    /// The scope of the function that computes a module's or class's annotations when somebody asks.
    fn deferred_annotations(&mut self, body: &[Stmt], key: usize) -> Result {
        let annotated = annotated_names(body);
        if !self.profile.code.lazy_annotations || annotated.is_empty() {
            return Ok(());
        }
        let in_class = self.scope().kind == ScopeKind::Class;
        let id = self.within(ScopeKind::Annotations, "__annotate__", |this| {
            this.annotate_function_names(in_class);
            let annotations = annotated.iter().map(|node| &*node.annotation);
            this.expressions(annotations)
        })?;
        self.scopes.annotations_by_body.insert(key, id);
        Ok(())
    }

    /// Names that the function that computes annotations has of its own; in a class it sees the class's namespace.
    fn annotate_function_names(&mut self, in_class: bool) {
        self.scope().add(&"format".into(), flag::PARAM);
        self.scope().add(&"NotImplementedError".into(), flag::USE);
        if in_class {
            self.scope().add(&"__classdict__".into(), flag::USE);
        }
    }

    fn push_scope(&mut self, kind: ScopeKind, name: &str, parent: Option<ScopeId>) -> ScopeId {
        let id = ScopeId(self.scopes.scopes.len());
        self.scopes.scopes.push(Scope {
            kind,
            name: name.into(),
            parent,
            children: Vec::new(),
            names: Vec::new(),
            symbols: HashMap::new(),
            is_generator: false,
            inlined: false,
            needs_class_closure: false,
            needs_class_dict: false,
            private: self.private.clone(),
            directives: Vec::new(),
        });
        if let Some(parent) = parent {
            self.scopes.get_mut(parent).children.push(id);
        }
        id
    }

    /// Opens a scope under the current one, lets `visit` fill it, and comes back.
    pub(super) fn within(
        &mut self,
        kind: ScopeKind,
        name: &str,
        visit: impl FnOnce(&mut Self) -> Result,
    ) -> Result<ScopeId> {
        let outer = self.current;
        let id = self.push_scope(kind, name, Some(outer));
        self.current = id;
        visit(self)?;
        self.current = outer;
        Ok(id)
    }

    pub(super) fn scope(&mut self) -> &mut Scope {
        let current = self.current;
        self.scopes.get_mut(current)
    }

    pub(super) fn define(&mut self, name: &str, flags: u16, range: TextRange) -> Result {
        let name = mangle(self.private.as_deref(), name);
        let in_target = self.in_comprehension_target;
        if flags & flag::PARAM != 0 && &*name == "__debug__" {
            return error(range, "cannot assign to __debug__");
        }
        let scope = self.scope();
        if flags & flag::PARAM != 0
            && scope
                .symbol(&name)
                .is_some_and(|symbol| symbol.flags & flag::PARAM != 0)
        {
            return error(
                range,
                format!("duplicate argument '{name}' in function definition"),
            );
        }
        let mut flags = flags;
        if in_target && flags & flag::LOCAL != 0 {
            let before = scope.symbol(&name).map_or(0, |symbol| symbol.flags);
            if before & (flag::GLOBAL | flag::NONLOCAL) != 0 {
                let text = format!(
                    "comprehension inner loop cannot rebind assignment expression target '{name}'"
                );
                return error(range, text);
            }
            flags |= flag::COMP_ITER;
        }
        scope.add(&name, flags);
        Ok(())
    }

    fn body(&mut self, body: &[Stmt]) -> Result {
        body.iter()
            .try_for_each(|statement| self.statement(statement))
    }

    fn statement(&mut self, statement: &Stmt) -> Result {
        match statement {
            Stmt::FunctionDef(node) => self.function(node),
            Stmt::ClassDef(node) => self.class(node),
            Stmt::Return(node) => self.optional(node.value.as_deref()),
            Stmt::Delete(node) => self.expressions(&node.targets),
            Stmt::Assign(node) => {
                self.expressions(&node.targets)?;
                self.expression(&node.value)
            }
            Stmt::AugAssign(node) => {
                self.expression(&node.target)?;
                self.expression(&node.value)
            }
            Stmt::AnnAssign(node) => self.annotated_assignment(node),
            Stmt::For(node) => {
                self.expression(&node.target)?;
                self.expression(&node.iter)?;
                self.body(&node.body)?;
                self.body(&node.orelse)
            }
            Stmt::While(node) => {
                self.expression(&node.test)?;
                self.body(&node.body)?;
                self.body(&node.orelse)
            }
            Stmt::If(node) => {
                self.expression(&node.test)?;
                self.body(&node.body)?;
                node.elif_else_clauses.iter().try_for_each(|clause| {
                    self.optional(clause.test.as_ref())?;
                    self.body(&clause.body)
                })
            }
            Stmt::With(node) => {
                for item in &node.items {
                    self.expression(&item.context_expr)?;
                    self.optional(item.optional_vars.as_deref())?;
                }
                self.body(&node.body)
            }
            Stmt::Raise(node) => {
                self.optional(node.exc.as_deref())?;
                self.optional(node.cause.as_deref())
            }
            Stmt::Try(node) => self.try_statement(node),
            Stmt::Assert(node) => {
                self.expression(&node.test)?;
                self.optional(node.msg.as_deref())
            }
            Stmt::Import(node) => node
                .names
                .iter()
                .try_for_each(|alias| self.import_alias(alias, true)),
            Stmt::ImportFrom(node) => node
                .names
                .iter()
                .try_for_each(|alias| self.import_alias(alias, false)),
            Stmt::Global(node) => self.declare(&node.names, flag::GLOBAL, "global", node.range),
            Stmt::Nonlocal(node) => {
                self.declare(&node.names, flag::NONLOCAL, "nonlocal", node.range)
            }
            Stmt::Expr(node) => self.expression(&node.value),
            Stmt::Pass(_) | Stmt::Break(_) | Stmt::Continue(_) => Ok(()),
            // The compiler refuses these by name before their names matter.
            Stmt::TypeAlias(_) | Stmt::IpyEscapeCommand(_) => Ok(()),
            Stmt::Match(node) => {
                self.expression(&node.subject)?;
                for case in &node.cases {
                    self.pattern(&case.pattern)?;
                    self.optional(case.guard.as_deref())?;
                    self.body(&case.body)?;
                }
                Ok(())
            }
        }
    }

    fn try_statement(&mut self, node: &ast::StmtTry) -> Result {
        self.body(&node.body)?;
        for ast::ExceptHandler::ExceptHandler(handler) in &node.handlers {
            self.optional(handler.type_.as_deref())?;
            if let Some(name) = &handler.name {
                self.define(name, flag::LOCAL, name.range)?;
            }
            self.body(&handler.body)?;
        }
        self.body(&node.orelse)?;
        self.body(&node.finalbody)
    }

    /// The names that a pattern looks up, and those that it binds.
    fn pattern(&mut self, pattern: &ast::Pattern) -> Result {
        let mut bound = None;
        match pattern {
            ast::Pattern::MatchValue(node) => self.expression(&node.value)?,
            ast::Pattern::MatchSingleton(_) => {}
            ast::Pattern::MatchSequence(node) => self.patterns(&node.patterns)?,
            ast::Pattern::MatchMapping(node) => {
                node.keys.iter().try_for_each(|key| self.expression(key))?;
                self.patterns(&node.patterns)?;
                bound = node.rest.as_ref();
            }
            ast::Pattern::MatchClass(node) => {
                self.expression(&node.cls)?;
                self.patterns(&node.arguments.patterns)?;
                for keyword in &node.arguments.keywords {
                    self.pattern(&keyword.pattern)?;
                }
            }
            ast::Pattern::MatchStar(node) => bound = node.name.as_ref(),
            ast::Pattern::MatchAs(node) => {
                if let Some(pattern) = &node.pattern {
                    self.pattern(pattern)?;
                }
                bound = node.name.as_ref();
            }
            ast::Pattern::MatchOr(node) => self.patterns(&node.patterns)?,
        }
        match bound {
            Some(name) => self.define(name, flag::LOCAL, name.range),
            None => Ok(()),
        }
    }

    fn patterns(&mut self, patterns: &[ast::Pattern]) -> Result {
        patterns
            .iter()
            .try_for_each(|pattern| self.pattern(pattern))
    }

    fn import_alias(&mut self, alias: &ast::Alias, is_module: bool) -> Result {
        let bound = match &alias.asname {
            Some(name) => name.as_str(),
            None if is_module => alias.name.split('.').next().unwrap_or_default(),
            None => alias.name.as_str(),
        };
        if bound == "*" {
            if self.scopes.get(self.current).kind != ScopeKind::Module {
                return error(alias.range, "import * only allowed at module level");
            }
            return Ok(());
        }
        self.define(bound, flag::IMPORT, alias.range)
    }

    fn declare(
        &mut self,
        names: &[ast::Identifier],
        kind: u16,
        word: &str,
        range: TextRange,
    ) -> Result {
        for identifier in names {
            let name = mangle(self.private.as_deref(), identifier);
            let flags = self.scope().symbol(&name).map_or(0, |symbol| symbol.flags);
            let complaint = if flags & flag::PARAM != 0 {
                Some(format!("name '{name}' is parameter and {word}"))
            } else if flags & flag::USE != 0 {
                Some(format!("name '{name}' is used prior to {word} declaration"))
            } else if flags & flag::ANNOT != 0 {
                Some(format!("annotated name '{name}' can't be {word}"))
            } else if flags & (flag::LOCAL | flag::IMPORT) != 0 {
                Some(format!(
                    "name '{name}' is assigned to before {word} declaration"
                ))
            } else {
                None
            };
            if let Some(message) = complaint {
                return error(range, message);
            }
            self.scope().add(&name, kind);
            self.scope().directives.push((name, range));
        }
        Ok(())
    }

    fn annotated_assignment(&mut self, node: &ast::StmtAnnAssign) -> Result {
        if let Expr::Name(target) = &*node.target {
            let name = mangle(self.private.as_deref(), &target.id);
            let flags = self.scope().symbol(&name).map_or(0, |symbol| symbol.flags);
            let is_module = self.scope().kind == ScopeKind::Module;
            if flags & (flag::GLOBAL | flag::NONLOCAL) != 0 && !is_module && node.simple {
                let word = if flags & flag::GLOBAL != 0 {
                    "global"
                } else {
                    "nonlocal"
                };
                return error(
                    node.range,
                    format!("annotated name '{name}' can't be {word}"),
                );
            }
            if node.simple {
                self.define(&target.id, flag::ANNOT | flag::LOCAL, target.range)?;
            } else if node.value.is_some() {
                self.define(&target.id, flag::LOCAL, target.range)?;
            }
        } else {
            self.expression(&node.target)?;
        }
        if !self.profile.code.lazy_annotations {
            self.expression(&node.annotation)?;
        }
        self.optional(node.value.as_deref())
    }

    fn function(&mut self, node: &ast::StmtFunctionDef) -> Result {
        self.define(&node.name, flag::LOCAL, node.name.range)?;
        self.defaults(&node.parameters)?;
        if !self.profile.code.lazy_annotations {
            for annotation in annotations(&node.parameters) {
                self.expression(annotation)?;
            }
            self.optional(node.returns.as_deref())?;
        } else if node.returns.is_some() || annotations(&node.parameters).next().is_some() {
            let in_class = self.scope().kind == ScopeKind::Class;
            let id = self.within(ScopeKind::Annotations, "__annotate__", |this| {
                this.annotate_function_names(in_class);
                this.expressions(annotations(&node.parameters))?;
                this.optional(node.returns.as_deref())
            })?;
            let key = node_key(node);
            self.scopes.annotations_by_node.insert(key, id);
        }
        for decorator in &node.decorator_list {
            self.expression(&decorator.expression)?;
        }
        let id = self.within(ScopeKind::Function, &node.name, |this| {
            this.parameters(&node.parameters)?;
            this.body(&node.body)
        })?;
        self.scopes.by_node.insert(node_key(node), id);
        Ok(())
    }

    fn class(&mut self, node: &ast::StmtClassDef) -> Result {
        self.define(&node.name, flag::LOCAL, node.name.range)?;
        if let Some(arguments) = &node.arguments {
            self.arguments(arguments)?;
        }
        for decorator in &node.decorator_list {
            self.expression(&decorator.expression)?;
        }
        let outer_private = self.private.replace(node.name.as_str().into());
        let id = self.within(ScopeKind::Class, &node.name, |this| {
            this.body(&node.body)?;
            this.deferred_annotations(&node.body, node_key(&*node.body))
        })?;
        self.private = outer_private;
        self.scopes.by_node.insert(node_key(node), id);
        Ok(())
    }

    pub(super) fn defaults(&mut self, parameters: &ast::Parameters) -> Result {
        let with_default = parameters.posonlyargs.iter().chain(&parameters.args);
        for parameter in with_default.chain(&parameters.kwonlyargs) {
            self.optional(parameter.default.as_deref())?;
        }
        Ok(())
    }

    /// In the order of a frame's slots.
    pub(super) fn parameters(&mut self, parameters: &ast::Parameters) -> Result {
        let named = parameters.posonlyargs.iter().chain(&parameters.args);
        for parameter in named.chain(&parameters.kwonlyargs) {
            let name = &parameter.parameter.name;
            self.define(name, flag::PARAM, name.range)?;
        }
        for parameter in [&parameters.vararg, &parameters.kwarg]
            .into_iter()
            .flatten()
        {
            self.define(&parameter.name, flag::PARAM, parameter.name.range)?;
        }
        Ok(())
    }
}

/// The annotations of a function's parameters, in the order in which they are evaluated.
pub(crate) fn annotations(parameters: &ast::Parameters) -> impl Iterator<Item = &Expr> {
    let named = parameters
        .posonlyargs
        .iter()
        .chain(&parameters.args)
        .map(|p| &p.parameter);
    let rest = parameters.vararg.iter().map(|p| &**p);
    let keyword_only = parameters.kwonlyargs.iter().map(|p| &p.parameter);
    let named = named
        .chain(rest)
        .chain(keyword_only)
        .chain(parameters.kwarg.iter().map(|p| &**p));
    named.filter_map(|parameter| parameter.annotation.as_deref())
}

/// The annotations of names in a module's or class's body, those in its blocks included.
pub(crate) fn annotated_names(body: &[Stmt]) -> Vec<&ast::StmtAnnAssign> {
    let mut found = Vec::new();
    for statement in body {
        match statement {
            Stmt::AnnAssign(node) if node.simple => found.push(node),
            Stmt::For(node) => found.extend(
                [&node.body, &node.orelse]
                    .into_iter()
                    .flat_map(|body| annotated_names(body)),
            ),
            Stmt::While(node) => found.extend(
                [&node.body, &node.orelse]
                    .into_iter()
                    .flat_map(|body| annotated_names(body)),
            ),
            Stmt::If(node) => {
                found.extend(annotated_names(&node.body));
                found.extend(
                    node.elif_else_clauses
                        .iter()
                        .flat_map(|clause| annotated_names(&clause.body)),
                );
            }
            Stmt::With(node) => found.extend(annotated_names(&node.body)),
            Stmt::Try(node) => {
                found.extend(annotated_names(&node.body));
                for ast::ExceptHandler::ExceptHandler(handler) in &node.handlers {
                    found.extend(annotated_names(&handler.body));
                }
                found.extend(annotated_names(&node.orelse));
                found.extend(annotated_names(&node.finalbody));
            }
            _ => {}
        }
    }
    found
}

impl Resolution {
    /// Whether the value lives in a cell.
    pub fn is_in_cell(self) -> bool {
        matches!(self, Resolution::Cell | Resolution::Free)
    }
}

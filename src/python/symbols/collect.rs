//! The first pass over a tree: which scope binds, uses or declares which name.
//!
//! Mirrors the symtable_visit_* functions of CPython's Python/symtable.c, their order of visits included.

use std::collections::HashMap;
use std::rc::Rc;

use ruff_python_ast as ast;
use ruff_python_ast::{Expr, ExprContext, Stmt};
use ruff_text_size::TextRange;

use super::{Resolution, Scope, ScopeId, ScopeKind, Scopes, SymbolError, flag, mangle, node_key};
use crate::profile::Profile;

type Result<T = ()> = std::result::Result<T, SymbolError>;

pub(super) struct Collector<'a> {
    scopes: Scopes,
    current: ScopeId,
    profile: &'a Profile,
    private: Option<Rc<str>>,
    /// How deep in the iterable of a comprehension, where `:=` is forbidden.
    iterable_depth: u32,
    /// In the target of a comprehension's `for`.
    in_comprehension_target: bool,
}

fn error<T>(range: TextRange, message: impl Into<String>) -> Result<T> {
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
        let id = self.within(ScopeKind::Annotations, "__annotate__", |this| {
            this.scope().add(&"format".into(), flag::PARAM);
            this.scope().add(&"NotImplementedError".into(), flag::USE);
            let annotations = annotated.iter().map(|node| &*node.annotation);
            this.expressions(annotations)
        })?;
        self.scopes.annotations_by_body.insert(key, id);
        Ok(())
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
            private: self.private.clone(),
            directives: Vec::new(),
        });
        if let Some(parent) = parent {
            self.scopes.get_mut(parent).children.push(id);
        }
        id
    }

    /// Opens a scope under the current one, lets `visit` fill it, and comes back.
    fn within(
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

    fn scope(&mut self) -> &mut Scope {
        let current = self.current;
        self.scopes.get_mut(current)
    }

    fn define(&mut self, name: &str, flags: u16, range: TextRange) -> Result {
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
            Stmt::Match(_) | Stmt::TypeAlias(_) | Stmt::IpyEscapeCommand(_) => Ok(()),
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
            let id = self.within(ScopeKind::Annotations, "__annotate__", |this| {
                this.scope().add(&"format".into(), flag::PARAM);
                this.scope().add(&"NotImplementedError".into(), flag::USE);
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

    fn lambda(&mut self, node: &ast::ExprLambda) -> Result {
        if let Some(parameters) = &node.parameters {
            self.defaults(parameters)?;
        }
        let id = self.within(ScopeKind::Lambda, "<lambda>", |this| {
            if let Some(parameters) = &node.parameters {
                this.parameters(parameters)?;
            }
            this.expression(&node.body)
        })?;
        self.scopes.by_node.insert(node_key(node), id);
        Ok(())
    }

    fn defaults(&mut self, parameters: &ast::Parameters) -> Result {
        let with_default = parameters.posonlyargs.iter().chain(&parameters.args);
        for parameter in with_default.chain(&parameters.kwonlyargs) {
            self.optional(parameter.default.as_deref())?;
        }
        Ok(())
    }

    /// In the order of a frame's slots.
    fn parameters(&mut self, parameters: &ast::Parameters) -> Result {
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

    fn optional(&mut self, expression: Option<&Expr>) -> Result {
        expression.map_or(Ok(()), |expression| self.expression(expression))
    }

    fn expressions<'e>(&mut self, expressions: impl IntoIterator<Item = &'e Expr>) -> Result {
        expressions
            .into_iter()
            .try_for_each(|expression| self.expression(expression))
    }

    pub(super) fn expression(&mut self, expression: &Expr) -> Result {
        match expression {
            Expr::BoolOp(node) => self.expressions(&node.values),
            Expr::Named(node) => self.named(node),
            Expr::BinOp(_) => self.binary_operation(expression),
            Expr::UnaryOp(node) => self.expression(&node.operand),
            Expr::Lambda(node) => self.lambda(node),
            Expr::If(node) => {
                self.expression(&node.test)?;
                self.expression(&node.body)?;
                self.expression(&node.orelse)
            }
            Expr::Dict(node) => node.items.iter().try_for_each(|item| {
                self.optional(item.key.as_ref())?;
                self.expression(&item.value)
            }),
            Expr::Set(node) => self.expressions(&node.elts),
            Expr::ListComp(node) => {
                let key = node_key(node);
                self.comprehension(
                    key,
                    "<listcomp>",
                    ScopeKind::Comprehension,
                    &node.generators,
                    &[&node.elt],
                )
            }
            Expr::SetComp(node) => {
                let key = node_key(node);
                self.comprehension(
                    key,
                    "<setcomp>",
                    ScopeKind::Comprehension,
                    &node.generators,
                    &[&node.elt],
                )
            }
            Expr::DictComp(node) => {
                let elements: Vec<&Expr> = node
                    .key
                    .as_deref()
                    .into_iter()
                    .chain([&*node.value])
                    .collect();
                let key = node_key(node);
                self.comprehension(
                    key,
                    "<dictcomp>",
                    ScopeKind::Comprehension,
                    &node.generators,
                    &elements,
                )
            }
            Expr::Generator(node) => {
                let kind = ScopeKind::GeneratorExpression;
                self.comprehension(
                    node_key(node),
                    "<genexpr>",
                    kind,
                    &node.generators,
                    &[&node.elt],
                )
            }
            Expr::Yield(node) => {
                self.optional(node.value.as_deref())?;
                self.yields(node.range, "yield")
            }
            Expr::YieldFrom(node) => {
                self.expression(&node.value)?;
                self.yields(node.range, "yield")
            }
            Expr::Compare(node) => {
                self.expression(&node.left)?;
                self.expressions(&node.comparators)
            }
            Expr::Call(node) => {
                self.expression(&node.func)?;
                self.arguments(&node.arguments)
            }
            Expr::FString(node) => self.f_string(&node.value),
            Expr::Attribute(node) => self.expression(&node.value),
            Expr::Subscript(node) => {
                self.expression(&node.value)?;
                self.expression(&node.slice)
            }
            Expr::Starred(node) => self.expression(&node.value),
            Expr::Name(node) => self.name(node),
            Expr::List(node) => self.expressions(&node.elts),
            Expr::Tuple(node) => self.expressions(&node.elts),
            Expr::Slice(node) => {
                self.optional(node.lower.as_deref())?;
                self.optional(node.upper.as_deref())?;
                self.optional(node.step.as_deref())
            }
            Expr::StringLiteral(_)
            | Expr::BytesLiteral(_)
            | Expr::NumberLiteral(_)
            | Expr::BooleanLiteral(_)
            | Expr::NoneLiteral(_)
            | Expr::EllipsisLiteral(_) => Ok(()),
            // The compiler refuses these by name before their names matter.
            Expr::Await(_) | Expr::TString(_) | Expr::IpyEscapeCommand(_) => Ok(()),
        }
    }

    /// A long sum leans to the left: walked with a loop, for it may have thousands of terms.
    fn binary_operation(&mut self, expression: &Expr) -> Result {
        let mut rights = Vec::new();
        let mut current = expression;
        while let Expr::BinOp(node) = current {
            rights.push(&*node.right);
            current = &node.left;
        }
        self.expression(current)?;
        rights
            .into_iter()
            .rev()
            .try_for_each(|right| self.expression(right))
    }

    fn f_string(&mut self, value: &ast::FStringValue) -> Result {
        for element in value.elements() {
            self.f_string_element(element)?;
        }
        Ok(())
    }

    fn f_string_element(&mut self, element: &ast::InterpolatedStringElement) -> Result {
        if let ast::InterpolatedStringElement::Interpolation(element) = element {
            self.expression(&element.expression)?;
            if let Some(spec) = &element.format_spec {
                spec.elements
                    .iter()
                    .try_for_each(|element| self.f_string_element(element))?;
            }
        }
        Ok(())
    }

    fn arguments(&mut self, arguments: &ast::Arguments) -> Result {
        self.expressions(&*arguments.args)?;
        arguments
            .keywords
            .iter()
            .try_for_each(|keyword| self.expression(&keyword.value))
    }

    fn name(&mut self, node: &ast::ExprName) -> Result {
        if node.ctx != ExprContext::Load {
            return self.define(&node.id, flag::LOCAL, node.range);
        }
        self.define(&node.id, flag::USE, node.range)?;
        if node.id == "super" && self.scope().kind.is_function() {
            self.scope().add(&"__class__".into(), flag::USE);
        }
        Ok(())
    }

    fn yields(&mut self, range: TextRange, _word: &str) -> Result {
        match self.scope().kind {
            ScopeKind::Module | ScopeKind::Class => {
                return error(range, "'yield' outside function");
            }
            ScopeKind::Comprehension | ScopeKind::GeneratorExpression => {
                let place = match &*self.scope().name {
                    "<listcomp>" => "list comprehension",
                    "<setcomp>" => "set comprehension",
                    "<dictcomp>" => "dict comprehension",
                    _ => "generator expression",
                };
                return error(range, format!("'yield' inside {place}"));
            }
            _ => self.scope().is_generator = true,
        }
        Ok(())
    }

    fn comprehension(
        &mut self,
        key: usize,
        name: &str,
        kind: ScopeKind,
        generators: &[ast::Comprehension],
        elements: &[&Expr],
    ) -> Result {
        let Some((outermost, inner)) = generators.split_first() else {
            return Ok(());
        };
        self.iterable(&outermost.iter)?;
        let depth = std::mem::take(&mut self.iterable_depth);
        let id = self.within(kind, name, |this| {
            this.scope().add(&".0".into(), flag::PARAM);
            this.comprehension_target(&outermost.target)?;
            this.expressions(&outermost.ifs)?;
            for generator in inner {
                this.comprehension_target(&generator.target)?;
                this.iterable(&generator.iter)?;
                this.expressions(&generator.ifs)?;
            }
            this.expressions(elements.iter().copied())
        })?;
        self.iterable_depth = depth;
        let scope = self.scopes.get_mut(id);
        scope.is_generator = kind == ScopeKind::GeneratorExpression;
        scope.inlined = kind == ScopeKind::Comprehension && self.profile.inlined_comprehensions;
        self.scopes.by_node.insert(key, id);
        Ok(())
    }

    fn comprehension_target(&mut self, target: &Expr) -> Result {
        let outer = std::mem::replace(&mut self.in_comprehension_target, true);
        self.expression(target)?;
        self.in_comprehension_target = outer;
        Ok(())
    }

    fn iterable(&mut self, iterable: &Expr) -> Result {
        self.iterable_depth += 1;
        self.expression(iterable)?;
        self.iterable_depth -= 1;
        Ok(())
    }

    fn named(&mut self, node: &ast::ExprNamed) -> Result {
        if self.iterable_depth > 0 {
            let text =
                "assignment expression cannot be used in a comprehension iterable expression";
            return error(node.range, text);
        }
        let is_comprehension = |kind| {
            matches!(
                kind,
                ScopeKind::Comprehension | ScopeKind::GeneratorExpression
            )
        };
        if is_comprehension(self.scope().kind) {
            self.named_in_comprehension(node)?;
            self.expression(&node.value)
        } else {
            self.expression(&node.value)?;
            self.expression(&node.target)
        }
    }

    /// The target of `:=` in a comprehension belongs to the function around it.
    fn named_in_comprehension(&mut self, node: &ast::ExprNamed) -> Result {
        let Expr::Name(target) = &*node.target else {
            return Ok(());
        };
        let name = mangle(self.private.as_deref(), &target.id);
        let mut id = Some(self.current);
        while let Some(here) = id {
            let scope = self.scopes.get(here);
            let flags = scope.symbol(&name).map_or(0, |symbol| symbol.flags);
            match scope.kind {
                ScopeKind::Comprehension | ScopeKind::GeneratorExpression => {
                    if flags & flag::COMP_ITER != 0 {
                        let text = format!(
                            "assignment expression cannot rebind comprehension iteration variable '{name}'"
                        );
                        return error(target.range, text);
                    }
                }
                ScopeKind::Class => {
                    let text = "assignment expression within a comprehension cannot be used in a class body";
                    return error(target.range, text);
                }
                ScopeKind::Module => {
                    self.scope().add(&name, flag::GLOBAL);
                    self.scopes.get_mut(here).add(&name, flag::GLOBAL);
                    return Ok(());
                }
                _ => {
                    let is_global = flags & flag::GLOBAL != 0;
                    self.scope().add(
                        &name,
                        if is_global {
                            flag::GLOBAL
                        } else {
                            flag::NONLOCAL
                        },
                    );
                    if !is_global {
                        self.scopes.get_mut(here).add(&name, flag::LOCAL);
                    }
                    return Ok(());
                }
            }
            id = scope.parent;
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

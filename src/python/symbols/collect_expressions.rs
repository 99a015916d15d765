//! Names that expressions use and bind: comprehensions and walruses have rules of their own.
//! Mirrors symtable_visit_expr, symtable_handle_comprehension and symtable_extend_namedexpr_scope of CPython's Python/symtable.c.

use super::collect::Result;
use super::collect::{Collector, error};
use super::{ScopeKind, flag, mangle, node_key};
use ruff_python_ast as ast;
use ruff_python_ast::{Expr, ExprContext};
use ruff_text_size::TextRange;

impl<'a> Collector<'a> {
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

    pub(super) fn optional(&mut self, expression: Option<&Expr>) -> Result {
        expression.map_or(Ok(()), |expression| self.expression(expression))
    }

    pub(super) fn expressions<'e>(
        &mut self,
        expressions: impl IntoIterator<Item = &'e Expr>,
    ) -> Result {
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

    pub(super) fn arguments(&mut self, arguments: &ast::Arguments) -> Result {
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

//! Functions, lambdas and classes: a code object of their own, and what stands on the stack to make the object.
//!
//! Mirrors codegen_function, codegen_lambda, codegen_class and codegen_make_closure in CPython's Python/codegen.c.

use ruff_python_ast as ast;
use ruff_python_ast::{Expr, Stmt};
use ruff_text_size::{Ranged, TextRange};

use crate::python::code::{CodeKind, Comparison, Constant, Op, make_function};
use crate::python::symbols::{ScopeId, annotated_names};

use super::names::Use;
use super::unit::Unit;
use super::{Compiler, Result, assemble};

impl<'a> Compiler<'a> {
    pub(super) fn function(&mut self, node: &'a ast::StmtFunctionDef) -> Result {
        let range = self.definition_range(&node.decorator_list, node.range);
        if node.is_async {
            return self.error(range, "async def is not supported");
        }
        self.refuse_type_parameters(node.type_params.as_deref())?;
        let first_line = self.position(node.range).line;
        self.decorators(&node.decorator_list)?;
        let mut flags = self.defaults(&node.parameters, range)?;
        flags |= self.annotations(node, range)?;
        let scope = self.scopes.of_node(node);
        self.enter(CodeKind::Function, &node.name, scope, first_line);
        self.parameters(&node.parameters);
        self.prologue();
        let body = self.docstring(&node.body);
        self.first_constant();
        self.body(body)?;
        self.return_none();
        let unit = self.leave();
        self.make_function(unit, flags, range);
        self.apply_decorators(&node.decorator_list);
        self.name(range, &node.name, Use::Store)
    }

    pub(super) fn lambda(&mut self, node: &'a ast::ExprLambda) -> Result {
        let range = node.range;
        let mut flags = 0;
        if let Some(parameters) = &node.parameters {
            flags = self.defaults(parameters, range)?;
        }
        let scope = self.scopes.of_node(node);
        let first_line = self.position(range).line;
        self.enter(CodeKind::Lambda, "<lambda>", scope, first_line);
        if let Some(parameters) = &node.parameters {
            self.parameters(parameters);
        }
        self.unit.is_generator = self.scopes.get(scope).is_generator;
        self.prologue();
        self.first_constant();
        self.expression(&node.body)?;
        self.op(node.body.range(), Op::Return, 0);
        let unit = self.leave();
        self.make_function(unit, flags, range);
        Ok(())
    }

    /// Of a function: its docstring; or None, where another text could be taken for one.
    fn first_constant(&mut self) {
        let constant = match self.unit.docstring.clone() {
            Some(text) => self.constants.str(&text),
            None if self.constants.rules.none_without_docstring => self.constants.none(),
            None => return,
        };
        self.unit.constant(&constant);
    }

    /// From `def` or `class` on, without the decorators.
    fn definition_range(&self, decorators: &[ast::Decorator], range: TextRange) -> TextRange {
        TextRange::new(self.definition_start(decorators, range), range.end())
    }

    fn refuse_type_parameters(&self, parameters: Option<&ast::TypeParams>) -> Result {
        match parameters {
            Some(parameters) => self.error(parameters.range, "type parameters are not supported"),
            None => Ok(()),
        }
    }

    fn decorators(&mut self, decorators: &'a [ast::Decorator]) -> Result {
        decorators
            .iter()
            .try_for_each(|decorator| self.expression(&decorator.expression))
    }

    fn apply_decorators(&mut self, decorators: &'a [ast::Decorator]) {
        for decorator in decorators.iter().rev() {
            self.op(decorator.expression.range(), Op::Call, 1);
        }
    }

    /// Pushes the defaults, and says which there are.
    fn defaults(&mut self, parameters: &'a ast::Parameters, range: TextRange) -> Result<u32> {
        let mut flags = 0;
        let positional = parameters.posonlyargs.iter().chain(&parameters.args);
        let defaults: Vec<&Expr> = positional
            .filter_map(|parameter| parameter.default.as_deref())
            .collect();
        if !defaults.is_empty() {
            let folded: Option<Vec<_>> = defaults
                .iter()
                .map(|default| self.constants.fold(default))
                .collect();
            if let Some(items) = folded {
                if self.constants.rules.keeps_constants_of_defaults {
                    for item in &items {
                        self.unit.constant(item);
                    }
                }
                self.keep_first_operand(defaults.iter().copied());
                let constant = self.constants.tuple_of_instructions(items);
                self.load(range, &constant);
            } else {
                for default in &defaults {
                    self.expression(default)?;
                }
                self.op(range, Op::BuildTuple, defaults.len() as u32);
            }
            flags |= make_function::DEFAULTS;
        }
        let mut n = 0;
        for parameter in &parameters.kwonlyargs {
            if let Some(default) = &parameter.default {
                let name = self.mangled(&parameter.parameter.name);
                self.load_str(range, &name);
                self.expression(default)?;
                n += 1;
            }
        }
        if n > 0 {
            self.op(range, Op::BuildMap, n);
            flags |= make_function::KEYWORD_DEFAULTS;
        }
        Ok(flags)
    }

    /// Whether annotations are computed when somebody asks for them.
    pub(super) fn defers_annotations(&self) -> bool {
        self.profile.code.lazy_annotations && !self.string_annotations
    }

    /// Pushes a dict of the annotations, or the function that makes it.
    fn annotations(&mut self, node: &'a ast::StmtFunctionDef, range: TextRange) -> Result<u32> {
        let mut pairs: Vec<(&str, &'a Expr)> = Vec::new();
        for parameter in annotated(&node.parameters) {
            if let Some(annotation) = &parameter.annotation {
                pairs.push((&parameter.name, annotation));
            }
        }
        pairs.extend(node.returns.as_deref().map(|returns| ("return", returns)));
        if pairs.is_empty() {
            return Ok(0);
        }
        match self.scopes.of_annotations(node) {
            Some(scope) if self.defers_annotations() => {
                let qualname = format!(
                    "{}.__annotate__",
                    self.qualname(CodeKind::Function, &node.name)
                );
                self.annotate_function(scope, &qualname, &pairs, range)?;
            }
            _ if self.profile.annotations_as_tuple => self.annotation_tuple(&pairs, range)?,
            _ => self.annotation_dict(&pairs, range)?,
        }
        Ok(make_function::ANNOTATIONS)
    }

    /// Names and annotations in turn: the dict is made of them when somebody asks.
    fn annotation_tuple(&mut self, pairs: &[(&str, &'a Expr)], range: TextRange) -> Result {
        let mut constants = Some(Vec::new());
        for (name, annotation) in pairs {
            let folded = if self.string_annotations {
                let text = self.source[annotation.range()].to_owned();
                Some(self.constants.intern(Constant::Str(text.into())))
            } else {
                self.constants.fold(annotation)
            };
            constants = match (constants, folded) {
                (Some(mut constants), Some(folded)) => {
                    let name = self.mangled(name);
                    constants.push(self.constants.intern(Constant::Str(name)));
                    constants.push(folded);
                    Some(constants)
                }
                _ => None,
            };
        }
        if let Some(constants) = constants {
            let constant = self.constants.intern(Constant::Tuple(constants));
            self.load(range, &constant);
            return Ok(());
        }
        for (name, annotation) in pairs {
            let name = self.mangled(name);
            self.load_str(range, &name);
            self.annotation(annotation)?;
        }
        self.op(range, Op::BuildTuple, 2 * pairs.len() as u32);
        Ok(())
    }

    fn annotation_dict(&mut self, pairs: &[(&str, &'a Expr)], range: TextRange) -> Result {
        for (name, annotation) in pairs {
            let name = self.mangled(name);
            self.load_str(range, &name);
            self.annotation(annotation)?;
        }
        self.op(range, Op::BuildMap, pairs.len() as u32);
        Ok(())
    }

    /// `__annotate__`: a function of a format (1 for values) that makes the dict of annotations.
    /// Differs from CPython: while a class body runs, its names are not seen by it.
    fn annotate_function(
        &mut self,
        scope: ScopeId,
        qualname: &str,
        pairs: &[(&str, &'a Expr)],
        range: TextRange,
    ) -> Result {
        let line = self.position(range).line;
        self.enter(CodeKind::Function, "__annotate__", scope, line);
        self.unit.qualname = qualname.into();
        self.unit.varnames.index(&"format".into());
        (self.unit.n_args, self.unit.n_positional_only) = (1, 1);
        self.prologue();
        let values = self.unit.label();
        self.op(range, Op::LoadFast, 0);
        let value_format = self.constants.intern(Constant::Int(2));
        self.load(range, &value_format);
        self.op(range, Op::Compare, Comparison::Gt as u32);
        self.jump(range, Op::PopJumpIfFalse, values);
        let error = self.unit.names.index(&"NotImplementedError".into());
        self.op(range, Op::LoadGlobal, error);
        self.op(range, Op::Raise, 1);
        self.unit.place(values);
        self.annotation_dict(pairs, range)?;
        self.op(range, Op::Return, 0);
        let unit = self.leave();
        self.make_function(unit, 0, range);
        Ok(())
    }

    /// Binds the function that computes a module's or class's annotations.
    pub(super) fn deferred_annotations(&mut self, body: &'a [Stmt], name: &str) -> Result {
        let Some(scope) = self
            .scopes
            .of_body_annotations(body)
            .filter(|_| self.defers_annotations())
        else {
            return Ok(());
        };
        let annotated = annotated_names(body);
        let mut pairs: Vec<(&str, &'a Expr)> = Vec::new();
        for node in &annotated {
            if let Expr::Name(target) = &*node.target {
                pairs.push((&target.id, &node.annotation));
            }
        }
        let range = TextRange::empty(annotated[0].range.start());
        let qualname = match self.unit.kind {
            CodeKind::Class => format!("{}.__annotate__", self.unit.qualname),
            _ => "__annotate__".to_owned(),
        };
        self.annotate_function(scope, &qualname, &pairs, range)?;
        self.class_entry(range, name);
        Ok(())
    }

    pub(super) fn annotation(&mut self, annotation: &'a Expr) -> Result {
        if self.string_annotations {
            let text = self.source[annotation.range()].to_owned();
            self.load_str(annotation.range(), &text);
            return Ok(());
        }
        self.expression(annotation)
    }

    /// Lays out the first slots of the frame.
    fn parameters(&mut self, parameters: &'a ast::Parameters) {
        let positional = parameters.posonlyargs.iter().chain(&parameters.args);
        for parameter in positional.chain(&parameters.kwonlyargs) {
            self.parameter(&parameter.parameter);
        }
        for parameter in [&parameters.vararg, &parameters.kwarg]
            .into_iter()
            .flatten()
        {
            self.parameter(parameter);
        }
        let unit = &mut self.unit;
        unit.n_positional_only = parameters.posonlyargs.len() as u32;
        unit.n_args = unit.n_positional_only + parameters.args.len() as u32;
        unit.n_keyword_only = parameters.kwonlyargs.len() as u32;
        unit.has_varargs = parameters.vararg.is_some();
        unit.has_varkeywords = parameters.kwarg.is_some();
        unit.is_generator = self.scopes.get(unit.scope).is_generator;
    }

    fn parameter(&mut self, parameter: &ast::Parameter) {
        let name = self.mangled(&parameter.name);
        self.unit.varnames.index(&name);
    }

    /// Pushes the closure and makes the function of a finished unit, the values for `flags` being there.
    pub(super) fn make_function(&mut self, unit: Unit<'a>, mut flags: u32, range: TextRange) {
        let position = self.position(range);
        for name in &unit.free {
            self.load_closure(position, name);
        }
        if !unit.free.is_empty() {
            self.op(range, Op::BuildTuple, unit.free.len() as u32);
            flags |= make_function::CLOSURE;
        }
        let code = assemble::assemble(
            unit,
            self.filename.clone(),
            &mut self.constants,
            self.profile,
        );
        let constant = self.constants.code(code.into());
        let index = self.unit.constant(&constant);
        self.op(
            range,
            Op::MakeFunction,
            index << make_function::SHIFT | flags,
        );
        // Code and name lie above the values for the flags.
        let parts = self.profile.code.stack.function_parts;
        self.unit.deepen_last(parts - i8::from(flags == 0));
    }

    pub(super) fn class(&mut self, node: &'a ast::StmtClassDef) -> Result {
        self.refuse_type_parameters(node.type_params.as_deref())?;
        let range = self.definition_range(&node.decorator_list, node.range);
        let first_line = self.position(node.range).line;
        self.decorators(&node.decorator_list)?;
        self.op(range, Op::LoadBuildClass, 0);
        let scope = self.scopes.of_node(node);
        self.enter(CodeKind::Class, &node.name, scope, first_line);
        self.prologue();
        self.class_body(&node.body, range)?;
        let unit = self.leave();
        self.make_function(unit, 0, range);
        self.load_str(range, &node.name);
        match &node.arguments {
            Some(arguments) => {
                self.check_keywords(&arguments.keywords)?;
                self.call_arguments(2, arguments, range)?;
            }
            None => self.op(range, Op::Call, 2),
        }
        self.apply_decorators(&node.decorator_list);
        self.name(range, &node.name, Use::Store)
    }

    fn class_body(&mut self, body: &'a [Stmt], range: TextRange) -> Result {
        let range = TextRange::empty(range.start());
        let position = self.unit.position;
        let global = self.unit.names.index(&"__name__".into());
        self.unit.emit(position, Op::LoadName, global);
        self.class_entry(range, "__module__");
        let qualname = self.unit.qualname.clone();
        self.load_str(range, &qualname);
        self.class_entry(range, "__qualname__");
        if self.profile.code.class_namespace_has_lines {
            let line = self
                .constants
                .intern(Constant::Int(i64::from(self.unit.first_line)));
            self.constants.note_as_made(&line);
            self.load(range, &line);
            self.class_entry(range, "__firstlineno__");
        }
        let whole = body;
        let body = self.docstring(body);
        self.body(body)?;
        self.deferred_annotations(whole, "__annotate_func__")?;
        if self.profile.code.class_namespace_has_lines {
            let names = std::mem::take(&mut self.unit.static_attributes);
            let names = self.constants.names(names.iter().map(|name| &**name));
            self.load(range, &names);
            self.class_entry(range, "__static_attributes__");
        }
        let position = self.unit.position;
        if self.scopes.get(self.unit.scope).needs_class_dict {
            self.load_closure(position, "__classdict__");
            self.class_entry(range, "__classdictcell__");
        }
        if self.scopes.get(self.unit.scope).needs_class_closure {
            self.load_closure(position, "__class__");
            self.unit.emit(position, Op::Copy, 1);
            self.class_entry(range, "__classcell__");
            self.unit.emit(position, Op::Return, 0);
        } else {
            self.return_none();
        }
        Ok(())
    }

    fn class_entry(&mut self, range: TextRange, name: &str) {
        let index = self.unit.names.index(&name.into());
        self.op(range, Op::StoreName, index);
    }
}

/// The parameters in the order in which annotations are evaluated.
fn annotated(parameters: &ast::Parameters) -> impl Iterator<Item = &ast::Parameter> {
    let named = parameters
        .posonlyargs
        .iter()
        .chain(&parameters.args)
        .map(|p| &p.parameter);
    let keyword_only = parameters.kwonlyargs.iter().map(|p| &p.parameter);
    named
        .chain(parameters.vararg.as_deref())
        .chain(keyword_only)
        .chain(parameters.kwarg.as_deref())
}

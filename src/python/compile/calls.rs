//! Calls: what stands on the stack below a call, and in which order it gets there.
//!
//! Mirrors codegen_call, maybe_optimize_method_call and codegen_call_helper in CPython's Python/codegen.c.

use std::collections::HashSet;

use ruff_python_ast as ast;
use ruff_python_ast::Expr;
use ruff_text_size::{Ranged, TextRange, TextSize};

use crate::python::code::{CodeKind, Constant, Op};

use super::displays::{Display, STACK_USE_GUIDELINE};
use super::names::Use;
use super::{Compiler, Result};

impl<'a> Compiler<'a> {
    pub(super) fn call(&mut self, node: &'a ast::ExprCall) -> Result {
        let range = TextRange::new(node.range_start, node.arguments.range.end());
        self.warn_of_callee(&node.func);
        self.check_keywords(&node.arguments.keywords)?;
        match &*node.func {
            Expr::Attribute(method) if self.looks_up_method(&node.arguments) => {
                let op = if self.is_super_call(&method.value) {
                    let receiver = self.unit.varnames.name(0);
                    let position = self.position(method.value.range());
                    self.name_at(position, &receiver, Use::Load);
                    Op::LoadSuperMethod
                } else {
                    self.expression(&method.value)?;
                    Op::LoadMethod
                };
                let name = self.method_start(method);
                self.attribute(TextRange::new(name, method.range.end()), op, &method.attr);
                if op == Op::LoadSuperMethod {
                    // The class and super itself stand beside the receiver.
                    self.unit.deepen_last(1);
                }
                self.simple_call(
                    0,
                    &node.arguments,
                    TextRange::new(name, range.end()),
                    Op::CallMethod,
                    Op::CallMethodKeywords,
                )
            }
            func => {
                self.expression(func)?;
                self.unit.note(|quirks| quirks.null_follows = true);
                let null = self.profile.code.stack.called;
                self.unit.deepen(null);
                self.call_arguments(0, &node.arguments, range)?;
                self.unit.rise(null);
                Ok(())
            }
        }
    }

    /// Whether that is `super()` in a method, where it means the class around.
    fn is_super_call(&self, node: &Expr) -> bool {
        let Expr::Call(call) = node else {
            return false;
        };
        let is_super = matches!(&*call.func, Expr::Name(name) if &*name.id == "super")
            && call.arguments.args.is_empty()
            && call.arguments.keywords.is_empty();
        is_super
            && self.profile.code.super_in_one_instruction
            && self.unit.kind == CodeKind::Function
            && self.unit.n_args > 0
            && self.unit.inlined.is_empty()
            && self.unit.free.iter().any(|name| &**name == "__class__")
    }

    /// Where a method call begins for a traceback: at the name, if that stands on another line than the object.
    fn method_start(&self, method: &ast::ExprAttribute) -> TextSize {
        let position = self.position(method.range);
        let is_split =
            self.profile.code.method_calls_with_keywords && position.line != position.end_line;
        if is_split {
            method.attr.range.start()
        } else {
            method.range.start()
        }
    }

    pub(super) fn check_keywords(&self, keywords: &'a [ast::Keyword]) -> Result {
        let mut seen = HashSet::new();
        for keyword in keywords {
            if let Some(name) = &keyword.arg
                && !seen.insert(name.as_str())
            {
                let message = if self.profile.errors.repeated_keyword_is_named {
                    format!("keyword argument repeated: {name}")
                } else {
                    "keyword argument repeated".to_owned()
                };
                return self.error(keyword.range, message);
            }
        }
        Ok(())
    }

    /// Whether a call of an attribute needs no bound method.
    fn looks_up_method(&self, arguments: &ast::Arguments) -> bool {
        let (n, n_keywords) = (arguments.args.len(), arguments.keywords.len());
        let keywords_fit = n_keywords == 0
            || self.profile.code.method_calls_with_keywords
                && arguments.keywords.iter().all(|k| k.arg.is_some());
        let is_short = !self.profile.code.builds_long_displays_in_place
            || n + n_keywords + usize::from(n_keywords > 0) < STACK_USE_GUIDELINE;
        keywords_fit && is_short && !arguments.args.iter().any(Expr::is_starred_expr)
    }

    /// The call of a callable that stands on the stack with `pushed` arguments above it.
    pub(super) fn call_arguments(
        &mut self,
        pushed: u32,
        arguments: &'a ast::Arguments,
        range: TextRange,
    ) -> Result {
        let (args, keywords) = (&arguments.args, &arguments.keywords);
        let is_long = self.profile.code.builds_long_displays_in_place
            && args.len() + pushed as usize + keywords.len() * 2 > STACK_USE_GUIDELINE;
        let is_unpacked =
            args.iter().any(Expr::is_starred_expr) || keywords.iter().any(|k| k.arg.is_none());
        if is_long || is_unpacked {
            return self.call_ex(pushed, arguments, range);
        }
        self.simple_call(pushed, arguments, range, Op::Call, Op::CallKeywords)
    }

    fn simple_call(
        &mut self,
        pushed: u32,
        arguments: &'a ast::Arguments,
        range: TextRange,
        plain: Op,
        with_keywords: Op,
    ) -> Result {
        self.expressions(&arguments.args)?;
        let n = pushed + arguments.args.len() as u32;
        if arguments.keywords.is_empty() {
            self.op(range, plain, n);
            return Ok(());
        }
        for keyword in &arguments.keywords {
            self.expression(&keyword.value)?;
        }
        let names: Vec<_> = arguments
            .keywords
            .iter()
            .filter_map(|k| k.arg.as_ref())
            .map(|k| self.mangled(k))
            .collect();
        let names = self.constants.names(names.iter().map(|name| &**name));
        let names_are_elsewhere = self.profile.code.stack.keyword_names;
        self.unit.deepen(names_are_elsewhere);
        self.load(range, &names);
        self.op(range, with_keywords, n + arguments.keywords.len() as u32);
        self.unit.rise(names_are_elsewhere);
        Ok(())
    }

    /// `f(*args, **kwargs)`, and calls too long for the stack.
    fn call_ex(&mut self, pushed: u32, arguments: &'a ast::Arguments, range: TextRange) -> Result {
        match &*arguments.args {
            [Expr::Starred(only)] if pushed == 0 => self.expression(&only.value)?,
            [] if pushed == 0 => {
                let empty = self.constants.intern(Constant::Tuple(Vec::new()));
                self.load(range, &empty);
            }
            args => self.unpacked(args, Display::TUPLE, pushed, range)?,
        }
        if arguments.keywords.is_empty() {
            self.op(range, Op::CallEx, 0);
            self.unit
                .deepen_last(self.profile.code.stack.missing_mapping);
            return Ok(());
        }
        self.keyword_mapping(&arguments.keywords, range)?;
        self.op(range, Op::CallEx, 1);
        Ok(())
    }

    fn keyword_mapping(&mut self, keywords: &'a [ast::Keyword], range: TextRange) -> Result {
        if let [only] = keywords
            && only.arg.is_none()
            && !self.profile.code.copies_mapping_argument
        {
            return self.expression(&only.value);
        }
        let mut have_dict = false;
        let mut first = 0;
        for (i, keyword) in keywords.iter().enumerate() {
            if keyword.arg.is_some() {
                continue;
            }
            self.keyword_part(&keywords[first..i], range, &mut have_dict)?;
            if !have_dict {
                self.op(range, Op::BuildMap, 0);
                have_dict = true;
            }
            self.expression(&keyword.value)?;
            self.op(range, Op::DictMerge, 1);
            first = i + 1;
        }
        self.keyword_part(&keywords[first..], range, &mut have_dict)
    }

    fn keyword_part(
        &mut self,
        keywords: &'a [ast::Keyword],
        range: TextRange,
        have_dict: &mut bool,
    ) -> Result {
        if keywords.is_empty() {
            return Ok(());
        }
        let is_long = self.is_long(keywords.len() * 2);
        if is_long {
            self.op(range, Op::BuildMap, 0);
        }
        for keyword in keywords {
            let name = self.mangled(keyword.arg.as_ref().map_or("", |name| name.as_str()));
            self.load_str(range, &name);
            self.expression(&keyword.value)?;
            if is_long {
                self.op(range, Op::MapAdd, 1);
            }
        }
        if !is_long {
            self.op(range, Op::BuildMap, keywords.len() as u32);
        }
        if *have_dict {
            self.op(range, Op::DictMerge, 1);
        }
        *have_dict = true;
        Ok(())
    }
}

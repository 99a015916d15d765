//! match: patterns to tests that jump out when they fail, and names that are bound when all of a pattern fits.
//!
//! While a pattern is tested, captured values wait below the subject's parts on the stack; a test that fails jumps to
//! where just as many values are dropped. Mirrors codegen_match and codegen_pattern_* in CPython's Python/codegen.c.

use ruff_python_ast as ast;
use ruff_python_ast::{Identifier, Pattern};
use ruff_text_size::{Ranged, TextRange};

use crate::python::code::{BinaryOperator, Comparison, Constant, Op};

use super::names::Use;
use super::unit::Label;
use super::{Compiler, Result};

/// Where the testing of one pattern has come to.
#[derive(Default)]
struct Context<'a> {
    /// Names captured so far; their values stand on the stack, the last on top.
    stores: Vec<&'a Identifier>,
    /// The pattern may be one that always fits.
    allows_irrefutable: bool,
    /// Where a test goes that fails with so many values to drop.
    fail_pop: Vec<Label>,
    /// Parts of the subject above the captured values.
    on_top: u32,
}

impl<'a> Compiler<'a> {
    pub(super) fn match_statement(&mut self, node: &'a ast::StmtMatch) -> Result {
        self.expression(&node.subject)?;
        let end = self.unit.label();
        let Some((last, before)) = node.cases.split_last() else {
            return Ok(());
        };
        let has_default = is_wildcard(&last.pattern) && !before.is_empty();
        let tested = if has_default { before } else { &node.cases };
        for (index, case) in tested.iter().enumerate() {
            let is_last = index + 1 == tested.len();
            self.case(case, is_last, index + 1 == node.cases.len(), end)?;
        }
        if has_default {
            self.mark_case(last);
            if let Some(guard) = &last.guard {
                self.jump_if(guard, end, false)?;
            }
            self.body(&last.body)?;
        }
        self.unit.place(end);
        Ok(())
    }

    fn mark_case(&mut self, case: &ast::MatchCase) {
        let end = case
            .guard
            .as_ref()
            .map_or(case.pattern.end(), |guard| guard.end());
        self.mark(TextRange::new(case.pattern.start(), end));
    }

    fn case(
        &mut self,
        case: &'a ast::MatchCase,
        is_last_tested: bool,
        is_last: bool,
        end: Label,
    ) -> Result {
        self.mark_case(case);
        let range = case.pattern.range();
        if !is_last_tested {
            self.op(range, Op::Copy, 1);
        }
        let mut context = Context {
            allows_irrefutable: case.guard.is_some() || is_last,
            ..Context::default()
        };
        self.pattern(&case.pattern, &mut context)?;
        for name in std::mem::take(&mut context.stores) {
            self.name(name.range, name, Use::Store)?;
        }
        if let Some(guard) = &case.guard {
            let fail = self.fail_label(&mut context, 0);
            self.jump_if(guard, fail, false)?;
        }
        if !is_last_tested {
            self.op(range, Op::PopTop, 0);
        }
        self.body(&case.body)?;
        self.jump(range, Op::Jump, end);
        self.place_fail_labels(range, &mut context);
        Ok(())
    }

    // ---- failing ----

    fn fail_label(&mut self, context: &mut Context<'a>, n: usize) -> Label {
        while context.fail_pop.len() <= n {
            let label = self.unit.label();
            context.fail_pop.push(label);
        }
        context.fail_pop[n]
    }

    /// Jumps to where everything is dropped that the pattern has on the stack.
    fn jump_to_fail(&mut self, range: TextRange, op: Op, context: &mut Context<'a>) {
        let n = context.on_top as usize + context.stores.len();
        let label = self.fail_label(context, n);
        self.jump(range, op, label);
    }

    fn place_fail_labels(&mut self, range: TextRange, context: &mut Context<'a>) {
        let labels = std::mem::take(&mut context.fail_pop);
        for (n, label) in labels.into_iter().enumerate().rev() {
            self.unit.place(label);
            if n > 0 {
                self.op(range, Op::PopTop, 0);
            }
        }
    }

    /// Fails unless the comparison of the two topmost values holds.
    fn must_compare(
        &mut self,
        range: TextRange,
        comparison: Comparison,
        context: &mut Context<'a>,
    ) {
        self.op(range, Op::Compare, comparison as u32);
        self.jump_to_fail(range, Op::PopJumpIfFalse, context);
    }

    /// Fails unless the value on top, which stays, is not None.
    fn must_not_be_none(&mut self, range: TextRange, context: &mut Context<'a>) {
        self.op(range, Op::Copy, 1);
        self.load_none(range);
        self.op(range, Op::Is, 1);
        self.jump_to_fail(range, Op::PopJumpIfFalse, context);
    }

    fn load_count(&mut self, range: TextRange, n: usize) {
        let constant = self.constants.int(n.into());
        self.load(range, &constant);
    }

    // ---- captured values ----

    /// Moves the value on top below `count - 1` others.
    fn rotate(&mut self, range: TextRange, count: usize) {
        for n in (2..=count).rev() {
            self.op(range, Op::Swap, n as u32);
        }
    }

    /// Takes the value on top for a name, below what else is on the stack; drops it when there is no name.
    fn capture(
        &mut self,
        range: TextRange,
        name: Option<&'a Identifier>,
        context: &mut Context<'a>,
    ) -> Result {
        let Some(name) = name else {
            self.op(range, Op::PopTop, 0);
            return Ok(());
        };
        self.check_captured_once(range, name, &context.stores)?;
        self.rotate(range, context.on_top as usize + context.stores.len() + 1);
        context.stores.push(name);
        Ok(())
    }

    fn check_captured_once(
        &self,
        range: TextRange,
        name: &Identifier,
        stores: &[&'a Identifier],
    ) -> Result {
        if stores.iter().any(|known| known.id == name.id) {
            return self.error(
                range,
                format!("multiple assignments to name '{}' in pattern", name.id),
            );
        }
        Ok(())
    }

    // ---- patterns ----

    /// Tests the value on top of the stack, which is used up.
    fn pattern(&mut self, pattern: &'a Pattern, context: &mut Context<'a>) -> Result {
        let range = pattern.range();
        match pattern {
            Pattern::MatchValue(node) => {
                self.expression(&node.value)?;
                self.must_compare(range, Comparison::Eq, context);
                Ok(())
            }
            Pattern::MatchSingleton(node) => {
                let constant = self.constants.intern(match node.value {
                    ast::Singleton::None => Constant::None,
                    ast::Singleton::True => Constant::Bool(true),
                    ast::Singleton::False => Constant::Bool(false),
                });
                self.load(range, &constant);
                self.op(range, Op::Is, 0);
                self.jump_to_fail(range, Op::PopJumpIfFalse, context);
                Ok(())
            }
            Pattern::MatchSequence(node) => self.sequence_pattern(range, &node.patterns, context),
            Pattern::MatchMapping(node) => self.mapping_pattern(node, context),
            Pattern::MatchClass(node) => self.class_pattern(node, context),
            Pattern::MatchStar(node) => self.capture(range, node.name.as_ref(), context),
            Pattern::MatchAs(node) => self.as_pattern(node, context),
            Pattern::MatchOr(node) => self.or_pattern(range, &node.patterns, context),
        }
    }

    /// A part of a pattern may always fit.
    fn part(&mut self, pattern: &'a Pattern, context: &mut Context<'a>) -> Result {
        let before = std::mem::replace(&mut context.allows_irrefutable, true);
        let result = self.pattern(pattern, context);
        context.allows_irrefutable = before;
        result
    }

    fn as_pattern(&mut self, node: &'a ast::PatternMatchAs, context: &mut Context<'a>) -> Result {
        let range = node.range;
        let Some(pattern) = &node.pattern else {
            if !context.allows_irrefutable {
                let what = match &node.name {
                    Some(name) => format!("name capture '{}'", name.id),
                    None => "wildcard".to_owned(),
                };
                return self.error(
                    range,
                    format!("{what} makes remaining patterns unreachable"),
                );
            }
            return self.capture(range, node.name.as_ref(), context);
        };
        context.on_top += 1;
        self.op(range, Op::Copy, 1);
        self.pattern(pattern, context)?;
        context.on_top -= 1;
        self.capture(range, node.name.as_ref(), context)
    }

    fn sequence_pattern(
        &mut self,
        range: TextRange,
        patterns: &'a [Pattern],
        context: &mut Context<'a>,
    ) -> Result {
        let is_star = |pattern: &Pattern| matches!(pattern, Pattern::MatchStar(_));
        let mut stars = (0..patterns.len()).filter(|&at| is_star(&patterns[at]));
        let star = stars.next();
        if stars.next().is_some() {
            return self.error(range, "multiple starred names in sequence pattern");
        }
        let star_is_wildcard = star.is_some_and(|at| is_wildcard_star(&patterns[at]));
        let only_wildcards = patterns
            .iter()
            .all(|pattern| is_wildcard(pattern) || is_wildcard_star(pattern));
        context.on_top += 1;
        self.op(range, Op::MatchSequence, 0);
        self.jump_to_fail(range, Op::PopJumpIfFalse, context);
        let n = patterns.len();
        if star.is_none() {
            self.op(range, Op::GetLen, 0);
            self.load_count(range, n);
            self.must_compare(range, Comparison::Eq, context);
        } else if n > 1 {
            self.op(range, Op::GetLen, 0);
            self.load_count(range, n - 1);
            self.must_compare(range, Comparison::Ge, context);
        }
        context.on_top -= 1;
        match star {
            _ if only_wildcards => {
                self.op(range, Op::PopTop, 0);
                Ok(())
            }
            Some(star) if star_is_wildcard => self.items(range, patterns, star, context),
            star => self.unpacked_parts(range, patterns, star, context),
        }
    }

    fn unpacked_parts(
        &mut self,
        range: TextRange,
        patterns: &'a [Pattern],
        star: Option<usize>,
        context: &mut Context<'a>,
    ) -> Result {
        let n = patterns.len();
        match star {
            Some(before) => {
                let after = n - before - 1;
                self.op(range, Op::UnpackEx, before as u32 | (after as u32) << 16);
            }
            None => self.op(range, Op::UnpackSequence, n as u32),
        }
        context.on_top += n as u32;
        for pattern in patterns {
            context.on_top -= 1;
            self.part(pattern, context)?;
        }
        Ok(())
    }

    /// Around a star that nobody wants to see: the items are fetched one by one.
    fn items(
        &mut self,
        range: TextRange,
        patterns: &'a [Pattern],
        star: usize,
        context: &mut Context<'a>,
    ) -> Result {
        context.on_top += 1;
        for (at, pattern) in patterns.iter().enumerate() {
            if at == star || is_wildcard(pattern) {
                continue;
            }
            self.op(range, Op::Copy, 1);
            if at < star {
                self.load_count(range, at);
            } else {
                self.op(range, Op::GetLen, 0);
                self.load_count(range, patterns.len() - at);
                self.op(range, Op::Binary, BinaryOperator::Sub as u32);
            }
            self.op(range, Op::BinarySubscr, 0);
            self.part(pattern, context)?;
        }
        context.on_top -= 1;
        self.op(range, Op::PopTop, 0);
        Ok(())
    }

    fn mapping_pattern(
        &mut self,
        node: &'a ast::PatternMatchMapping,
        context: &mut Context<'a>,
    ) -> Result {
        let range = node.range;
        let n = node.keys.len();
        context.on_top += 1;
        self.op(range, Op::MatchMapping, 0);
        self.jump_to_fail(range, Op::PopJumpIfFalse, context);
        if n == 0 && node.rest.is_none() {
            context.on_top -= 1;
            self.op(range, Op::PopTop, 0);
            return Ok(());
        }
        if n > 0 {
            self.op(range, Op::GetLen, 0);
            self.load_count(range, n);
            self.must_compare(range, Comparison::Ge, context);
        }
        self.check_keys(range, &node.keys)?;
        self.expressions(&node.keys)?;
        self.op(range, Op::BuildTuple, n as u32);
        self.op(range, Op::MatchKeys, 0);
        context.on_top += 2;
        self.must_not_be_none(range, context);
        self.op(range, Op::UnpackSequence, n as u32);
        context.on_top += n as u32;
        context.on_top -= 1;
        for pattern in &node.patterns {
            context.on_top -= 1;
            self.part(pattern, context)?;
        }
        context.on_top -= 2;
        match &node.rest {
            Some(rest) => {
                self.rest_of_mapping(range, n as u32);
                self.capture(range, Some(rest), context)
            }
            None => {
                self.op(range, Op::PopTop, 0);
                self.op(range, Op::PopTop, 0);
                Ok(())
            }
        }
    }

    /// `subject keys -- rest`: a dict of what has none of the keys.
    fn rest_of_mapping(&mut self, range: TextRange, n: u32) {
        self.op(range, Op::BuildMap, 0);
        self.op(range, Op::Swap, 3);
        self.op(range, Op::DictUpdate, 2);
        self.op(range, Op::UnpackSequence, n);
        for left in (1..=n).rev() {
            self.op(range, Op::Copy, 1 + left);
            self.op(range, Op::Swap, 2);
            self.op(range, Op::DeleteSubscr, 0);
        }
    }

    fn check_keys(&mut self, range: TextRange, keys: &'a [ast::Expr]) -> Result {
        let mut seen: Vec<std::rc::Rc<Constant>> = Vec::new();
        for key in keys {
            let Some(constant) = self.constants.fold(key) else {
                continue;
            };
            if seen
                .iter()
                .any(|known| super::fold::equal(known, &constant))
            {
                let shown = match &*constant {
                    Constant::Str(text) => crate::python::builtins::text::repr(text),
                    _ => super::display::show(&constant),
                };
                return self.error(
                    range,
                    format!("mapping pattern checks duplicate key ({shown})"),
                );
            }
            seen.push(constant);
        }
        Ok(())
    }

    fn class_pattern(
        &mut self,
        node: &'a ast::PatternMatchClass,
        context: &mut Context<'a>,
    ) -> Result {
        let range = node.range;
        let arguments = &node.arguments;
        let (positional, keywords) = (&arguments.patterns, &arguments.keywords);
        for (at, keyword) in keywords.iter().enumerate() {
            let name = &keyword.attr.id;
            if keywords[..at].iter().any(|other| other.attr.id == *name) {
                return self.error(
                    keyword.pattern.range(),
                    format!("attribute name repeated in class pattern: {name}"),
                );
            }
        }
        self.expression(&node.cls)?;
        let names = self
            .constants
            .names(keywords.iter().map(|keyword| keyword.attr.as_str()));
        self.load(range, &names);
        self.op(range, Op::MatchClass, positional.len() as u32);
        context.on_top += 1;
        self.must_not_be_none(range, context);
        let n = positional.len() + keywords.len();
        self.op(range, Op::UnpackSequence, n as u32);
        context.on_top += n as u32;
        context.on_top -= 1;
        let parts = positional
            .iter()
            .chain(keywords.iter().map(|keyword| &keyword.pattern));
        for pattern in parts {
            context.on_top -= 1;
            if is_wildcard(pattern) {
                self.op(range, Op::PopTop, 0);
            } else {
                self.part(pattern, context)?;
            }
        }
        Ok(())
    }

    fn or_pattern(
        &mut self,
        range: TextRange,
        alternatives: &'a [Pattern],
        context: &mut Context<'a>,
    ) -> Result {
        let end = self.unit.label();
        let mut control: Vec<&'a Identifier> = Vec::new();
        for (at, alternative) in alternatives.iter().enumerate() {
            let is_last = at + 1 == alternatives.len();
            let mut own = Context {
                allows_irrefutable: is_last && context.allows_irrefutable,
                ..Context::default()
            };
            self.op(range, Op::Copy, 1);
            self.pattern(alternative, &mut own)?;
            if at == 0 {
                control.clone_from(&own.stores);
            } else {
                self.reorder_stores(range, &control, &mut own.stores)?;
            }
            self.jump(range, Op::Jump, end);
            self.place_fail_labels(range, &mut own);
        }
        self.op(range, Op::PopTop, 0);
        self.jump_to_fail(range, Op::Jump, context);
        self.unit.place(end);
        // The captured values go below what else the pattern around has on the stack.
        let n = control.len() + 1 + context.on_top as usize + context.stores.len();
        for name in control {
            self.rotate(range, n);
            self.check_captured_once(range, name, &context.stores)?;
            context.stores.push(name);
        }
        self.op(range, Op::PopTop, 0);
        Ok(())
    }

    /// Brings the captured values into the order in which the first alternative has them.
    fn reorder_stores(
        &mut self,
        range: TextRange,
        control: &[&'a Identifier],
        stores: &mut Vec<&'a Identifier>,
    ) -> Result {
        const DIFFERENT: &str = "alternative patterns bind different names";
        if stores.len() != control.len() {
            return self.error(range, DIFFERENT);
        }
        for wanted in (0..control.len()).rev() {
            let found = stores.iter().position(|name| name.id == control[wanted].id);
            let Some(found) = found else {
                return self.error(range, DIFFERENT);
            };
            if found == wanted {
                continue;
            }
            let moved: Vec<&'a Identifier> = stores.drain(..=found).collect();
            let n_moved = moved.len();
            let at = wanted - found;
            stores.splice(at..at, moved);
            for _ in 0..n_moved {
                self.rotate(range, wanted + 1);
            }
        }
        Ok(())
    }
}

/// `_`, perhaps in parentheses.
fn is_wildcard(pattern: &Pattern) -> bool {
    matches!(pattern, Pattern::MatchAs(node) if node.pattern.is_none() && node.name.is_none())
}

/// `*_`
fn is_wildcard_star(pattern: &Pattern) -> bool {
    matches!(pattern, Pattern::MatchStar(node) if node.name.is_none())
}

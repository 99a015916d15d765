//! Comprehensions and generator expressions: a function of their own, or (3.12) in the frame around them.
//!
//! Mirrors codegen_comprehension, push_inlined_comprehension_state and codegen_comprehension_generator in CPython's
//! Python/codegen.c.

use std::rc::Rc;

use ruff_python_ast as ast;
use ruff_python_ast::Expr;
use ruff_text_size::{Ranged, TextRange, TextSize};

use crate::python::code::{CodeKind, Op};
use crate::python::symbols::{Resolution, ScopeId};

use super::unit::Label;
use super::{Compiler, Result};

/// What is made of each item.
#[derive(Clone, Copy)]
enum Element<'a> {
    List(&'a Expr),
    Set(&'a Expr),
    Dict(Option<&'a Expr>, &'a Expr),
    Yielded(&'a Expr),
}

#[derive(Clone, Copy)]
struct Comprehension<'a> {
    scope: ScopeId,
    generators: &'a [ast::Comprehension],
    element: Element<'a>,
    range: TextRange,
}

/// A name that an inlined comprehension hides while it runs.
struct Hidden {
    name: Rc<str>,
    slot: u32,
    in_cell: bool,
}

impl<'a> Compiler<'a> {
    pub(super) fn comprehension(&mut self, expression: &'a Expr) -> Result {
        let (scope, generators, element) = match expression {
            Expr::ListComp(node) => (
                self.scopes.of_node(node),
                &node.generators,
                Element::List(&node.elt),
            ),
            Expr::SetComp(node) => (
                self.scopes.of_node(node),
                &node.generators,
                Element::Set(&node.elt),
            ),
            Expr::DictComp(node) => (
                self.scopes.of_node(node),
                &node.generators,
                Element::Dict(node.key.as_deref(), &node.value),
            ),
            Expr::Generator(node) => (
                self.scopes.of_node(node),
                &node.generators,
                Element::Yielded(&node.elt),
            ),
            _ => return Ok(()),
        };
        for generator in generators {
            if generator.is_async {
                return self.error(
                    generator.range,
                    "asynchronous comprehensions are not supported",
                );
            }
        }
        let comprehension = Comprehension {
            scope,
            generators,
            element,
            range: self.comprehension_range(expression),
        };
        if self.scopes.get(scope).inlined {
            self.inlined_comprehension(comprehension)
        } else {
            self.comprehension_function(comprehension)
        }
    }

    /// A generator expression that is a call's only argument takes the call's parentheses for its own.
    fn comprehension_range(&self, expression: &Expr) -> TextRange {
        let range = expression.range();
        let (before, after) = (
            &self.source[..range.start().to_usize()],
            &self.source[range.end().to_usize()..],
        );
        let (before_trimmed, after_trimmed) = (before.trim_end(), after.trim_start());
        let is_bare = matches!(expression, Expr::Generator(node) if !node.parenthesized);
        if !is_bare || !before_trimmed.ends_with('(') || !after_trimmed.starts_with(')') {
            return range;
        }
        let n_before = (before.len() - before_trimmed.len() + 1) as u32;
        let n_after = (after.len() - after_trimmed.len() + 1) as u32;
        TextRange::new(
            range.start() - TextSize::from(n_before),
            range.end() + TextSize::from(n_after),
        )
    }

    fn comprehension_function(&mut self, comprehension: Comprehension<'a>) -> Result {
        let Comprehension { scope, range, .. } = comprehension;
        let name = self.scopes.get(scope).name.clone();
        let first_line = self.position(range).line;
        self.enter(CodeKind::Comprehension, &name, scope, first_line);
        self.unit.varnames.index(&".0".into());
        self.unit.n_args = 1;
        self.unit.is_generator = self.scopes.get(scope).is_generator;
        let iterable = &comprehension.generators[0].iter;
        let iterates_itself =
            self.unit.is_generator && self.profile.code.generators_iterate_argument;
        if iterates_itself {
            self.op(iterable.range(), Op::LoadFast, 0);
            let marked = self.marked_part(iterable.range(), range);
            self.op(marked, Op::GetIter, 0);
            self.prologue();
        } else {
            self.prologue();
            self.empty_container(comprehension);
            self.op(iterable.range(), Op::LoadFast, 0);
        }
        self.generator(comprehension, 0, 1)?;
        if let Element::Yielded(_) = comprehension.element {
            self.load_none(range);
        }
        self.op(range, Op::Return, 0);
        let unit = self.leave();
        self.make_function(unit, 0, range);
        if iterates_itself {
            self.expression(iterable)?;
        } else {
            self.iterator(iterable, range)?;
        }
        self.op(range, Op::Call, 1);
        Ok(())
    }

    fn iterator(&mut self, iterable: &'a Expr, whole: TextRange) -> Result {
        self.iterated(iterable)?;
        let marked = self.marked_part(iterable.range(), whole);
        self.op(marked, Op::GetIter, 0);
        Ok(())
    }

    fn empty_container(&mut self, comprehension: Comprehension<'a>) {
        let op = match comprehension.element {
            Element::List(_) => Op::BuildList,
            Element::Set(_) => Op::BuildSet,
            Element::Dict(..) => Op::BuildMap,
            Element::Yielded(_) => return,
        };
        self.op(comprehension.range, op, 0);
    }

    /// In the frame around it: names that it binds are put aside on the stack meanwhile, and come back even when an
    /// exception passes.
    fn inlined_comprehension(&mut self, comprehension: Comprehension<'a>) -> Result {
        let range = comprehension.range;
        self.iterator(&comprehension.generators[0].iter, range)?;
        let hidden = self.hidden_names(comprehension.scope);
        for name in &hidden {
            self.op(range, Op::LoadFastAndClear, name.slot);
            if name.in_cell {
                let cell = self
                    .unit
                    .cell_index(&name.name)
                    .expect("a captured name has a cell");
                let position = self.position(range);
                self.unit.emit_cell(position, Op::MakeCell, cell);
            }
        }
        let n = hidden.len() as u32;
        self.op(range, Op::Swap, n + 1);
        let outer_handler = self.unit.handler;
        let cleanup = self.unit.label();
        self.unit.protect(cleanup);
        self.empty_container(comprehension);
        self.op(range, Op::Swap, 2);
        self.unit.inlined.push(comprehension.scope);
        self.generator(comprehension, 0, 1)?;
        self.unit.inlined.pop();
        self.unit.handler = outer_handler;
        let end = self.unit.label();
        self.restore(&hidden, range);
        self.jump(range, Op::Jump, end);
        self.unit.place(cleanup);
        self.op(range, Op::Swap, 2);
        self.op(range, Op::PopTop, 0);
        self.restore(&hidden, range);
        self.op(range, Op::Reraise, 0);
        self.unit.place(end);
        Ok(())
    }

    fn restore(&mut self, hidden: &[Hidden], range: TextRange) {
        self.op(range, Op::Swap, hidden.len() as u32 + 1);
        for name in hidden.iter().rev() {
            self.op(range, Op::RestoreFast, name.slot);
        }
    }

    fn hidden_names(&mut self, scope: ScopeId) -> Vec<Hidden> {
        let scope = self.scopes.get(scope);
        let bound = scope
            .names
            .iter()
            .filter(|name| &***name != ".0" && scope.binds(name));
        let mut hidden = Vec::new();
        for name in bound {
            let in_cell = scope
                .symbol(name)
                .is_some_and(|symbol| symbol.resolution == Resolution::Cell);
            hidden.push(Hidden {
                name: name.clone(),
                slot: self.unit.varnames.index(name),
                in_cell,
            });
        }
        hidden
    }

    /// One `for` of the comprehension and what it holds; `depth` is how far below the top the container stands.
    fn generator(&mut self, comprehension: Comprehension<'a>, i: usize, depth: u32) -> Result {
        let generator = &comprehension.generators[i];
        if i > 0 {
            if let Some(only) = singleton(&generator.iter) {
                self.expression(only)?;
                self.store(&generator.target)?;
                let skip = self.unit.label();
                self.conditions(generator, skip)?;
                self.element_or_inner(comprehension, i, depth)?;
                self.unit.place(skip);
                return Ok(());
            }
            self.iterator(&generator.iter, comprehension.range)?;
        }
        let depth = depth + 1;
        let (skip, end) = (self.unit.label(), self.unit.label());
        let index = self.profile.code.stack.looped_over;
        self.unit.deepen(index);
        let start = self.unit.label_here();
        let marked = self.marked_part(generator.iter.range(), comprehension.range);
        self.jump(marked, Op::ForIter, end);
        self.store(&generator.target)?;
        self.conditions(generator, skip)?;
        self.element_or_inner(comprehension, i, depth)?;
        self.unit.place(skip);
        self.jump(comprehension.range, Op::JumpBackward, start);
        self.unit.rise(index);
        self.unit.place(end);
        Ok(())
    }

    fn conditions(&mut self, generator: &'a ast::Comprehension, skip: Label) -> Result {
        generator
            .ifs
            .iter()
            .try_for_each(|condition| self.jump_if(condition, skip, false))
    }

    fn element_or_inner(
        &mut self,
        comprehension: Comprehension<'a>,
        i: usize,
        depth: u32,
    ) -> Result {
        if i + 1 < comprehension.generators.len() {
            return self.generator(comprehension, i + 1, depth);
        }
        match comprehension.element {
            Element::List(Expr::Starred(element)) => {
                self.expression(&element.value)?;
                self.op(element.range, Op::ListExtend, depth);
            }
            Element::Set(Expr::Starred(element)) => {
                self.expression(&element.value)?;
                self.op(element.range, Op::SetUpdate, depth);
            }
            Element::List(element) => {
                self.expression(element)?;
                self.op(element.range(), Op::ListAppend, depth);
            }
            Element::Set(element) => {
                self.expression(element)?;
                self.op(element.range(), Op::SetAdd, depth);
            }
            Element::Dict(None, value) => {
                self.expression(value)?;
                self.op(value.range(), Op::DictUpdate, depth);
            }
            Element::Dict(Some(key), value) => {
                self.expression(key)?;
                self.expression(value)?;
                self.op(TextRange::new(key.start(), value.end()), Op::MapAdd, depth);
            }
            Element::Yielded(element) => {
                self.expression(element)?;
                let is_marked = self.profile.code.marks_parts_of_expressions;
                let marked = if is_marked {
                    element.range()
                } else {
                    comprehension.range
                };
                self.op(marked, Op::Yield, 0);
                self.op(marked, Op::PopTop, 0);
            }
        }
        Ok(())
    }
}

/// `for y in [f(x)]` in a comprehension is an assignment, not a loop.
fn singleton(iterable: &Expr) -> Option<&Expr> {
    let items = match iterable {
        Expr::List(node) => &node.elts,
        Expr::Tuple(node) => &node.elts,
        _ => return None,
    };
    match &items[..] {
        [only] if !only.is_starred_expr() => Some(only),
        _ => None,
    }
}

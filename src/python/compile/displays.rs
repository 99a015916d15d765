//! Displays: lists, tuples, sets and dicts that are written out, from constants, at once or piece by piece.
//!
//! Mirrors starunpack_helper, codegen_dict and codegen_subdict of CPython's Python/codegen.c.

use ruff_python_ast as ast;
use ruff_python_ast::Expr;
use ruff_text_size::TextRange;

use crate::python::code::{Constant, Op};

use super::{Compiler, Result};

/// A display or call of more parts than this is built piece by piece, to keep the stack small.
pub(super) const STACK_USE_GUIDELINE: usize = 30;

/// The instructions that build a list, tuple or set.
#[derive(Clone, Copy)]
pub(super) struct Display {
    pub build: Op,
    pub add: Op,
    pub extend: Op,
    pub is_tuple: bool,
}

impl Display {
    pub const LIST: Display = Display {
        build: Op::BuildList,
        add: Op::ListAppend,
        extend: Op::ListExtend,
        is_tuple: false,
    };
    pub const TUPLE: Display = Display {
        build: Op::BuildList,
        add: Op::ListAppend,
        extend: Op::ListExtend,
        is_tuple: true,
    };
    pub const SET: Display = Display {
        build: Op::BuildSet,
        add: Op::SetAdd,
        extend: Op::SetUpdate,
        is_tuple: false,
    };
}

impl<'a> Compiler<'a> {
    pub(super) fn display(
        &mut self,
        items: &'a [Expr],
        display: Display,
        range: TextRange,
    ) -> Result {
        let from_constants =
            self.profile.code.displays_from_constants && !display.is_tuple && items.len() > 2;
        if from_constants && let Some(constants) = self.constants.fold_all(items) {
            self.keep_first_operand(items);
            let constant = match display.build {
                Op::BuildSet => self.constants.frozen_set(constants),
                _ => self.constants.intern(Constant::Tuple(constants)),
            };
            self.op(range, display.build, 0);
            self.load(range, &constant);
            self.op(range, display.extend, 1);
            return Ok(());
        }
        self.unpacked(items, display, 0, range)
    }

    pub(super) fn is_long(&self, n: usize) -> bool {
        self.profile.code.builds_long_displays_in_place && n > STACK_USE_GUIDELINE
    }

    /// A list, tuple or set of the items, and of what already stands on the stack for it.
    pub(super) fn unpacked(
        &mut self,
        items: &'a [Expr],
        display: Display,
        pushed: u32,
        range: TextRange,
    ) -> Result {
        let is_starred = items.iter().any(Expr::is_starred_expr);
        let is_long = self.is_long(items.len() + pushed as usize);
        let n = items.len() as u32 + pushed;
        if !is_starred && !is_long {
            self.expressions(items)?;
            self.op(
                range,
                if display.is_tuple {
                    Op::BuildTuple
                } else {
                    display.build
                },
                n,
            );
            return Ok(());
        }
        if is_starred {
            self.keep_tuples_beside_starred(items, pushed);
        }
        let mut built = is_long;
        if is_long {
            self.op(range, display.build, pushed);
        }
        for (item, i) in items.iter().zip(pushed..) {
            match item {
                Expr::Starred(node) => {
                    if !built {
                        self.op(range, display.build, i);
                        built = true;
                    }
                    self.expression(&node.value)?;
                    self.op(range, display.extend, 1);
                }
                _ => {
                    self.expression(item)?;
                    if built {
                        self.op(range, display.add, 1);
                    }
                }
            }
        }
        if display.is_tuple {
            self.op(range, Op::ListToTuple, 0);
        }
        Ok(())
    }

    pub(super) fn dict(&mut self, node: &'a ast::ExprDict) -> Result {
        let mut have_dict = false;
        let mut first = 0;
        for (i, item) in node.items.iter().enumerate() {
            let is_unpacked = item.key.is_none();
            let is_full = !is_unpacked && self.is_long((i - first + 1) * 2);
            if is_unpacked && i > first {
                self.dict_part(&node.items[first..i], node.range, &mut have_dict)?;
            } else if is_full {
                self.dict_part(&node.items[first..=i], node.range, &mut have_dict)?;
            }
            if is_unpacked {
                if !have_dict {
                    self.op(node.range, Op::BuildMap, 0);
                    have_dict = true;
                }
                self.expression(&item.value)?;
                self.op(node.range, Op::DictUpdate, 1);
            }
            if is_unpacked || is_full {
                first = i + 1;
            }
        }
        if first < node.items.len() {
            self.dict_part(&node.items[first..], node.range, &mut have_dict)?;
        }
        if !have_dict {
            self.op(node.range, Op::BuildMap, 0);
        }
        Ok(())
    }

    /// Some keys and values: a dict, merged into the one that is there.
    fn dict_part(
        &mut self,
        items: &'a [ast::DictItem],
        range: TextRange,
        have_dict: &mut bool,
    ) -> Result {
        let is_long = self.is_long(items.len() * 2);
        if is_long {
            self.op(range, Op::BuildMap, 0);
        }
        for item in items {
            if let Some(key) = &item.key {
                self.expression(key)?;
            }
            self.expression(&item.value)?;
            if is_long {
                self.op(range, Op::MapAdd, 1);
            }
        }
        if !is_long {
            self.op(range, Op::BuildMap, items.len() as u32);
        }
        if *have_dict {
            self.op(range, Op::DictUpdate, 1);
        }
        *have_dict = true;
        Ok(())
    }
}

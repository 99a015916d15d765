//! f-strings.
//!
//! Mirrors codegen_joined_str and codegen_formatted_value in CPython's Python/codegen.c.

use ruff_python_ast as ast;
use ruff_python_ast::{ConversionFlag, FStringPart, InterpolatedStringElement};
use ruff_text_size::TextRange;

use crate::python::code::{Op, format_value};

use super::{Compiler, Result};

/// Text that runs on between interpolations, and how many strings stand on the stack.
#[derive(Default)]
struct Joined {
    text: String,
    n: u32,
}

impl<'a> Compiler<'a> {
    pub(super) fn f_string(&mut self, node: &'a ast::ExprFString) -> Result {
        let mut joined = Joined::default();
        for part in &node.value {
            match part {
                FStringPart::Literal(literal) => joined.text.push_str(&literal.value),
                FStringPart::FString(part) => {
                    self.elements(&part.elements, &mut joined, node.range)?
                }
            }
        }
        self.join(joined, node.range);
        Ok(())
    }

    fn elements(
        &mut self,
        elements: &'a [InterpolatedStringElement],
        joined: &mut Joined,
        range: TextRange,
    ) -> Result {
        for element in elements {
            match element {
                InterpolatedStringElement::Literal(literal) => joined.text.push_str(&literal.value),
                InterpolatedStringElement::Interpolation(element) => {
                    if let Some(text) = &element.debug_text {
                        joined.text.push_str(text.as_str());
                    }
                    self.flush(joined, range);
                    self.interpolation(element, range)?;
                    joined.n += 1;
                }
            }
        }
        Ok(())
    }

    /// Pushes the text that has gathered.
    fn flush(&mut self, joined: &mut Joined, range: TextRange) {
        if !joined.text.is_empty() {
            self.load_str(range, &joined.text);
            joined.text.clear();
            joined.n += 1;
        }
    }

    fn join(&mut self, mut joined: Joined, range: TextRange) {
        self.flush(&mut joined, range);
        match joined.n {
            0 => self.load_str(range, ""),
            1 => {}
            n => self.op(range, Op::BuildString, n),
        }
    }

    fn interpolation(&mut self, element: &'a ast::InterpolatedElement, whole: TextRange) -> Result {
        self.expression(&element.expression)?;
        let mut bits = match element.conversion {
            ConversionFlag::Str => format_value::STR,
            ConversionFlag::Repr => format_value::REPR,
            ConversionFlag::Ascii => format_value::ASCII,
            ConversionFlag::None
                if element.debug_text.is_some() && element.format_spec.is_none() =>
            {
                format_value::REPR
            }
            ConversionFlag::None => 0,
        };
        if let Some(spec) = &element.format_spec {
            let mut joined = Joined::default();
            self.elements(&spec.elements, &mut joined, spec.range)?;
            self.join(joined, spec.range);
            bits |= format_value::HAS_SPEC;
        }
        let marked = if self.profile.code.marks_parts_of_expressions {
            element.range
        } else {
            whole
        };
        self.op(marked, Op::FormatValue, bits);
        Ok(())
    }
}

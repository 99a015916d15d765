//! A code as text, for eyes and tests: one instruction a line, in the manner of Lib/dis.py.

use std::fmt;

use crate::python::code::{Code, Constant, Instruction, Op, make_function};

use super::effect::is_jump;

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "{} ({}:{}) stack {}",
            self.qualname, self.filename, self.first_line, self.stack_size
        )?;
        let mut line = 0;
        for (i, instruction) in self.instructions.iter().enumerate() {
            let position = self.positions[i];
            let shown = if position.line == line {
                String::new()
            } else {
                position.line.to_string()
            };
            line = position.line;
            let name = format!("{:?}", instruction.op);
            writeln!(
                f,
                "{shown:>5} {i:>4} {name:<18} {}",
                operand(self, *instruction)
            )?;
        }
        for handler in &self.handlers {
            let (start, end, target, depth) =
                (handler.start, handler.end, handler.target, handler.depth);
            writeln!(f, "      {start}..{end} -> {target} [{depth}]")?;
        }
        for constant in &self.constants {
            if let Constant::Code(inner) = &**constant {
                write!(f, "\n{inner}")?;
            }
        }
        Ok(())
    }
}

fn operand(code: &Code, instruction: Instruction) -> String {
    let arg = instruction.arg;
    let index = arg as usize;
    match instruction.op {
        Op::LoadConst => show(&code.constants[index]),
        Op::MakeFunction => {
            let constant = show(&code.constants[index >> make_function::SHIFT]);
            format!("{constant} {:#x}", arg & make_function::MASK)
        }
        Op::LoadFast
        | Op::LoadFastBorrow
        | Op::StoreFast
        | Op::DeleteFast
        | Op::LoadFastAndClear
        | Op::RestoreFast
        | Op::MakeCell
        | Op::LoadClosure
        | Op::LoadDeref
        | Op::StoreDeref
        | Op::DeleteDeref
        | Op::LoadClassDeref => code.slots[index].to_string(),
        Op::LoadName
        | Op::StoreName
        | Op::DeleteName
        | Op::LoadGlobal
        | Op::LoadClassOrGlobal
        | Op::StoreGlobal
        | Op::DeleteGlobal
        | Op::LoadAttr
        | Op::StoreAttr
        | Op::DeleteAttr
        | Op::LoadMethod
        | Op::LoadSuperMethod
        | Op::ImportName
        | Op::ImportFrom => code.names[index].to_string(),
        op if is_jump(op) => format!("to {arg}"),
        _ if arg == 0 => String::new(),
        _ => arg.to_string(),
    }
}

pub(super) fn show(constant: &Constant) -> String {
    match constant {
        Constant::Code(code) => format!("<code {}>", code.qualname),
        Constant::Tuple(items) => {
            let items: Vec<String> = items.iter().map(|item| show(item)).collect();
            format!("({})", items.join(", "))
        }
        Constant::FrozenSet(items) => {
            let items: Vec<String> = items.iter().map(|item| show(item)).collect();
            format!("frozenset({})", items.join(", "))
        }
        Constant::Slice(parts) => {
            let parts: Vec<String> = parts.iter().map(|part| show(part)).collect();
            format!("slice({})", parts.join(", "))
        }
        Constant::Int(value) => value.to_string(),
        Constant::BigInt(value) => value.to_string(),
        Constant::Bool(true) => "True".to_owned(),
        Constant::Bool(false) => "False".to_owned(),
        Constant::Str(value) => format!("{value:?}"),
        Constant::Float(value) => format!("{value:?}"),
        other => format!("{other:?}"),
    }
}

//! Laws of compiled code.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use super::*;
use crate::profile::PROFILES;
use crate::python::code::Op;

/// Compiles for every profile and checks the result.
fn check(source: &str) {
    for profile in PROFILES {
        let code = compile_module(source, "<test>", profile)
            .unwrap_or_else(|error| panic!("{error:?}\n{source}"));
        if let Err(error) = verify(&code) {
            panic!("{}: {error}\n{source}\n{code}", profile.name);
        }
    }
}

const SAMPLES: &str = r#"
def g(*a, **k): return a
def f(a, b=1, *args, c=[2], **kw):
    """doc"""
    x = [i + a for i in range(b) if i if a]
    y = {k: v for k, v in kw.items()}
    z = (lambda q: q + a + b)(c)
    for i in x:
        if i == 3:
            continue
        elif i > 4 and not a or b:
            break
        else:
            pass
    else:
        a, b = b, a
    while 1:
        try:
            with a as d, b:
                return g(a, *b, k=1, **c)
        except (ValueError, TypeError) as e:
            raise E from e
        except:
            continue
        finally:
            print(f"{a!r:>{b}} {c=} x", *args, sep="")
            break
    del a, b[1], c.d, (x, y[1:2])
    assert a < b < c, "m"
    if a < b < c: pass
    return x if a else y
class A(B, metaclass=M):
    "doc"
    x: int = 1
    y = [x for x in range(3)]
    def m(self):
        self.x += 1
        self.y[a] += 2
        super().m()
        def inner():
            nonlocal z
            z = 1
            return __class__
        z = self.__p
        return [lambda: i for i in z]
def gen():
    x = yield
    y = yield from gen()
    try:
        yield x, *y
    finally:
        return 1
import os.path as p, sys
from a import b as c, d
a = b, *c = [1, 2, 3]
{**a, 1: 2, **b}; {1, 2, *a}
g(1)(2)[3].x.y(4, k=5)
if (n := 3) in [1, 2] or n in {a, b}: pass
print([[j for j in range(i)] for i in range(3)], (i for i in a), {i: [lambda: i] for i in a})
global_ = 1 if a else 2
@deco
@deco2(1)
def h(x: int, *, y: str = "") -> None:
    global gg
    gg = x
    def k(): return x
    for (a, b), *c in x: pass
    while x:
        with y:
            if x: break
            if y: continue
            return 5
    try: pass
    except E: return x
    else: return y
    finally: z()
"#;

#[test]
fn samples_compile_to_consistent_code() {
    check(SAMPLES);
}

#[test]
fn recorded_programs_compile_to_consistent_code() {
    let directory = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/programs");
    let mut n = 0;
    for entry in std::fs::read_dir(directory).expect("tests/programs is there") {
        let path = entry.expect("a directory can be listed").path();
        if path.extension().is_some_and(|extension| extension == "py") {
            let source = std::fs::read_to_string(&path).expect("programs are UTF-8");
            for profile in PROFILES {
                if let Ok(code) = compile_module(&source, "<test>", profile)
                    && let Err(error) = verify(&code)
                {
                    panic!("{} {}: {error}\n{code}", path.display(), profile.name);
                }
            }
            n += 1;
        }
    }
    assert!(n > 0);
}

fn recorded(name: &str) -> String {
    let path: PathBuf = [env!("CARGO_MANIFEST_DIR"), "tests/compile", name]
        .iter()
        .collect();
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn profile(name: &str) -> &'static Profile {
    Profile::by_name(name).expect("a profile of that name")
}

fn compiled(source: &str, version: &str) -> Rc<Code> {
    compile_module(source, "<test>", profile(version))
        .unwrap_or_else(|error| panic!("{error:?}\n{source}"))
}

/// The code objects made in a code, themselves first.
fn all_codes(code: &Code) -> Vec<&Code> {
    let inner = code
        .constants
        .iter()
        .filter_map(|constant| match &**constant {
            Constant::Code(inner) => Some(&**inner),
            _ => None,
        });
    std::iter::once(code)
        .chain(inner.flat_map(all_codes))
        .collect()
}

/// Shows only what differs.
fn assert_same_lines(ours: &[String], theirs: &[&str]) {
    let more: Vec<&String> = ours
        .iter()
        .filter(|line| !theirs.contains(&line.as_str()))
        .collect();
    let fewer: Vec<&&str> = theirs
        .iter()
        .filter(|line| !ours.iter().any(|our| our == *line))
        .collect();
    assert!(
        more.is_empty() && fewer.is_empty(),
        "only here: {more:#?}\nonly there: {fewer:#?}"
    );
    assert_eq!(ours.len(), theirs.len());
}

#[test]
fn locals_are_borrowed_where_3_14_borrows_them() {
    check_borrowing("3.14");
}

#[test]
fn locals_are_borrowed_where_3_15_borrows_them() {
    check_borrowing("3.15");
}

fn check_borrowing(version: &str) {
    let code = compiled(&recorded("borrowing.py"), version);
    let mut lines = Vec::new();
    for code in all_codes(&code) {
        let mut loads: BTreeMap<(u32, &str), BTreeSet<&str>> = BTreeMap::new();
        for (instruction, position) in code.instructions.iter().zip(&code.positions) {
            let kind = match instruction.op {
                Op::LoadFast => "owns",
                Op::LoadFastBorrow => "borrows",
                _ => continue,
            };
            let name = &*code.slots[instruction.arg as usize];
            loads.entry((position.line, name)).or_default().insert(kind);
        }
        for ((line, name), kinds) in loads {
            let kinds: Vec<&str> = kinds.into_iter().collect();
            lines.push(format!(
                "{} {line} {name} {}",
                code.qualname,
                kinds.join(" ")
            ));
        }
    }
    let expected = recorded(&format!("borrowing.{version}.expected"));
    let expected: Vec<&str> = expected.lines().collect();
    assert!(expected.len() > 100);
    assert_same_lines(&lines, &expected);
}

/// One line as the recorder writes it; ends that CPython does not name are left out on both sides.
fn error_line(source: &str, profile: &Profile) -> String {
    match compile_module(source, "test", profile) {
        Ok(_) => "compiles".to_owned(),
        Err(error) => format!(
            "{}|{}|{}|{}",
            error.kind.name(),
            error.line,
            error.column,
            error.message
        ),
    }
}

#[test]
fn syntax_errors_are_those_of_cpython() {
    let sources = recorded("syntax_errors.txt");
    let sources: Vec<String> = sources
        .split("\n====\n")
        .map(|source| format!("{}\n", source.trim_end_matches('\n')))
        .collect();
    let mut different = Vec::new();
    let own_syntax = |profile: &&&Profile| profile.syntax == (profile.version.0, profile.version.1);
    for profile in PROFILES.iter().filter(own_syntax) {
        let expected = recorded(&format!("syntax_errors.{}.expected", profile.name));
        assert_eq!(expected.lines().count(), sources.len());
        for (source, expected) in sources.iter().zip(expected.lines()) {
            let fields: Vec<&str> = expected.splitn(6, '|').collect();
            let expected = match fields[..] {
                [kind, line, column, _, _, message] => format!("{kind}|{line}|{column}|{message}"),
                _ => expected.to_owned(),
            };
            if error_line(source, profile) != expected {
                different.push(format!("{} {source:?}", profile.name));
            }
        }
    }
    let gaps = recorded("syntax_errors.gaps");
    let gaps: Vec<&str> = gaps.lines().collect();
    assert_same_lines(&different, &gaps);
}

#[test]
fn equal_constants_of_a_unit_are_one() {
    let source = "a = 1000, 'x', (1000, 2.5)\nb = 1000\ndef f():\n    return 1000, 2.5, -0.0, 0.0, True, 1, 1.0\n";
    let code = compiled(source, "3.14");
    let codes = all_codes(&code);
    let thousand = |code: &Code| {
        let is_thousand = |constant: &&Rc<Constant>| matches!(&***constant, Constant::Int(1000));
        code.constants.iter().find(is_thousand).map(Rc::as_ptr)
    };
    let Constant::Tuple(items) = &**code
        .constants
        .iter()
        .find(|c| matches!(&***c, Constant::Tuple(_)))
        .unwrap()
    else {
        unreachable!()
    };
    assert_eq!(Some(Rc::as_ptr(&items[0])), thousand(codes[0]));
    let Constant::Tuple(inner) = &*items[2] else {
        panic!("a nested tuple")
    };
    assert_eq!(Rc::as_ptr(&inner[0]), Rc::as_ptr(&items[0]));
    let is_tuple = |constant: &&Rc<Constant>| matches!(&***constant, Constant::Tuple(_));
    let of_function = codes[1]
        .constants
        .iter()
        .find(is_tuple)
        .expect("the tuple that is returned");
    let Constant::Tuple(returned) = &**of_function else {
        unreachable!()
    };
    assert_eq!(Rc::as_ptr(&returned[0]), Rc::as_ptr(&items[0]));
    assert_eq!(Rc::as_ptr(&returned[1]), Rc::as_ptr(&inner[1]));
    let distinct: BTreeSet<_> = returned.iter().map(Rc::as_ptr).collect();
    assert_eq!(distinct.len(), 7);
    let again = compiled(source, "3.14");
    assert_ne!(thousand(&again), thousand(&code));
}

#[test]
fn constant_expressions_fold_within_limits() {
    let folded = |expression: &str| {
        let code = compiled(&format!("x = {expression}\n"), "3.14");
        let n_operators = code
            .instructions
            .iter()
            .filter(|i| matches!(i.op, Op::Binary | Op::Unary | Op::BuildTuple));
        n_operators.count() == 0
    };
    for expression in [
        "2 ** 10",
        "1 + 2 * 3",
        "'a' * 4096",
        "(1, 2) * 128",
        "-(1 << 100)",
        "~5",
        "'abc'[1]",
        "7 // -2",
    ] {
        assert!(folded(expression), "{expression}");
    }
    for expression in [
        "2 ** 1000",
        "'a' * 4097",
        "(1, 2) * 129",
        "1 << 200",
        "1 / 0",
        "1 // 0",
        "'a' % 3",
        "x + 1",
    ] {
        assert!(!folded(expression), "{expression}");
    }
}

#[test]
fn deep_nesting_is_an_error_and_no_crash() {
    let sources = [
        format!("x = {}1{}\n", "(".repeat(100_000), ")".repeat(100_000)),
        format!("x = {}1{}\n", "[".repeat(201), "]".repeat(201)),
        format!("x = {}1\n", "-".repeat(100_000)),
        format!("x = {}1\n", "not ".repeat(100_000)),
        format!("x = 1{}\n", " + 1".repeat(100_000)),
        format!("x = a{}\n", ".b".repeat(100_000)),
        format!("x = a{}\n", "()".repeat(100_000)),
        format!("x = {}1\n", "lambda: ".repeat(100_000)),
        format!("x = {}1\n", "1 if 1 else ".repeat(100_000)),
        format!("x = 1{}\n", " ** 1".repeat(100_000)),
        format!("x = {}\n", "f'{".repeat(50_000)),
        format!("x = f'{{{}1{}}}'\n", "(".repeat(50_000), ")".repeat(50_000)),
        format!("x = f'{{{}1}}'\n", "-".repeat(50_000)),
        (0..1000)
            .map(|i| format!("{}if 1:\n", " ".repeat(i)))
            .collect(),
    ];
    for source in sources {
        let error = compile_module(&source, "<test>", profile("3.14")).expect_err("too deep");
        let known = [
            "too many",
            "maximum recursion depth",
            "f-string",
            "unterminated",
            "invalid syntax",
        ];
        assert!(
            known.iter().any(|text| error.message.contains(text)),
            "{}",
            error.message
        );
        assert_eq!(
            crate::python::parse::completeness(&source),
            crate::python::parse::Completeness::Invalid
        );
    }
    let shallow = format!(
        "x = {}1{}{}\n",
        "(".repeat(150),
        ")".repeat(150),
        " + 1".repeat(500)
    );
    verify(&compiled(&shallow, "3.14")).expect("consistent");
}

#[test]
fn unsupported_constructs_are_named() {
    for (source, message) in [
        ("async def f(): pass\n", "async def is not supported"),
        ("class A[T]: pass\n", "type parameters are not supported"),
        ("type X = int\n", "type aliases are not supported"),
        ("x = t'{a}'\n", "t-strings are not supported"),
    ] {
        let error = compile_module(source, "<test>", profile("3.14")).expect_err(source);
        assert_eq!(error.message, message);
    }
}

#[test]
fn every_line_of_the_prompt_is_a_unit() {
    let codes = compile_interactive(
        "a = 1; b = 2\nif a:\n    a\nb\n",
        "<stdin>",
        profile("3.14"),
    )
    .expect("valid");
    let lines: Vec<u32> = codes.iter().map(|code| code.first_line).collect();
    assert_eq!(lines, [1, 2, 4]);
    for code in &codes {
        verify(code).expect("consistent");
        assert_eq!(code.kind, CodeKind::Interactive);
    }
    let echoes = |code: &Code| {
        code.instructions
            .iter()
            .filter(|i| i.op == Op::PrintExpr)
            .count()
    };
    assert_eq!(
        codes.iter().map(|code| echoes(code)).collect::<Vec<_>>(),
        [0, 1, 1]
    );
}

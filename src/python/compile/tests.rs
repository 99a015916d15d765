//! Laws of compiled code.

use super::*;
use crate::profile::PROFILES;

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

//! What references are called: as Python spells the attribute, or by a plain word.

use std::collections::BTreeSet;

use gcscope::profile::PROFILES;
use gcscope::python::vm::session::{Options, Session};
use gcscope::scene::answers::why_alive;
use gcscope::scene::text;
use gcscope::trace::playback::State;

const EACH_KIND: &str = "
import collections, functools, weakref, types, io
class P: pass
class E(Exception):
    __slots__ = ('slot',)
class D(collections.deque): pass
p = P()
def raised():
    thrown = P()
    def inner():
        raise E(thrown)
    inner()
try:
    raised()
except E as error:
    ex = error
    ex.slot, ex.own, ex.__cause__, ex.__context__ = P(), P(), KeyError(P()), ValueError(P())
def generated(argument):
    variable = P()
    yield (lambda: variable)
    try:
        raise E
    except E:
        yield variable
g = generated(P())
next(g), next(g)
def closes():
    free = P()
    return lambda: free
c = closes()
class M:
    def method(self, default=P()): pass
    prop = property(lambda self: P, lambda self, x: None, lambda self: None)
    static = staticmethod(closes)
    klass = classmethod(closes)
    def __init_subclass__(cls): super().__init_subclass__()
bound = M().method
builtin = [P()].append
d = collections.deque([P(), P()])
d2 = D([P()])
d2.own = P()
di = iter(d)
part = functools.partial(closes, P(), key=P())
s = slice(P(), P(), P())
its = [iter([P()]), reversed([P()]), iter({1: P()}.items()), iter({P()}), enumerate([P()]), zip([P()], [P()]),
       map(closes, [P()]), filter(closes, [P()]), iter(closes, P()), iter({P(): 1})]
w = weakref.ref(p, lambda it: None)
class R(weakref.ref): pass
r = R(p)
r.own = P()
proxy = types.MappingProxyType({1: P()})
view = {1: P()}.values()
sup = super(M, M())
code = compile('1', 'f', 'exec')
module = types.ModuleType('made')
module.x = P()
closes.__doc__ = P()
closes.own = P()
alias = list[P]
memory = memoryview(bytearray(b'x'))
dd = collections.defaultdict(closes, {1: P()})
od = collections.OrderedDict(a=P())
frame = ex.__traceback__.tb_frame
namespace = types.SimpleNamespace(x=P())
";

fn state(program: &str, python: &str) -> State {
    let profile = PROFILES.iter().find(|it| it.name == python);
    let mut session = Session::new(Options {
        profile: profile.expect("the version is known"),
        record: Some(1_000_000),
        ..Options::default()
    });
    session.run_program(program);
    assert_eq!(session.take_output().stderr, "", "{python}");
    let mut state = State::default();
    session.events().iter().for_each(|it| state.apply(it));
    state
}

#[test]
fn every_reference_is_called_something() {
    for python in ["3.9", "3.11", "3.12", "3.14"] {
        let state = state(EACH_KIND, python);
        for it in state.objects.values() {
            for edge in it.references.iter() {
                let label = text::label(&edge.label);
                let says_nothing = ["", "?", "…", "reference", "content", "local"];
                assert!(
                    !says_nothing.contains(&&*label),
                    "{python}: {} {edge:?}",
                    it.type_name
                );
            }
        }
    }
}

#[test]
fn no_count_is_left_unexplained_at_the_end() {
    for python in ["3.9", "3.11", "3.12", "3.14"] {
        let state = state(EACH_KIND, python);
        let outside = gcscope::scene::answers::held_outside(&state);
        let told: BTreeSet<&str> = outside
            .iter()
            .filter_map(|it| state.object(*it))
            .map(|it| &*it.type_name)
            .collect();
        assert!(!told.contains("P"), "{python}: {told:?}");
    }
}

/// The way to the last object of a type, as the inspector shows it.
fn way(program: &str, type_name: &str) -> String {
    let state = state(program, "3.14");
    let mut objects = state.objects.iter().rev();
    let found = objects.find(|(_, it)| &*it.type_name == type_name);
    let path = why_alive(&state, *found.expect("there is one").0).expect("a name leads to it");
    let labels = path.steps.iter().map(|it| text::label(&it.label));
    labels.collect::<Vec<_>>().join(" ")
}

#[test]
fn attributes_are_spelled_as_python_does() {
    let class = "class P: pass\n";
    let ways = [
        (
            "def f():\n    x = P()\n    1 / 0\ntry:\n    f()\nexcept Exception as e:\n    ex = e\n",
            ".ex __traceback__ tb_next tb_frame x",
        ),
        (
            "def f():\n    x = P()\n    yield\ng = f()\nnext(g)\n",
            ".g x",
        ),
        (
            "import collections\nd = collections.deque([1, P()])\n",
            ".d [1]",
        ),
        (
            "def f():\n    x = P()\n    return lambda: x\nf = f()\n",
            ".f __closure__ [0] cell_contents",
        ),
        (
            "import functools\nf = functools.partial(print, P())\n",
            ".f .args [0]",
        ),
        ("m = [P()].append\n", ".m __self__ [0]"),
        ("s = slice(1, P())\n", ".s stop"),
        ("z = iter([P()])\n", ".z sequence [0]"),
        ("z = enumerate([P()])\n", ".z iterator sequence [0]"),
        ("z = map(print, [P()])\n", ".z iterators [0] sequence [0]"),
    ];
    for (program, wanted) in ways {
        assert_eq!(way(&format!("{class}{program}"), "P"), wanted, "{program}");
    }
}

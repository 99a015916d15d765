//! What the references of an object are called that is no container: attributes as Python spells them, the names of a
//! frame's variables, and a plain word where Python has none.
//!
//! In: a payload. Out: every reference that it holds, each once, with its name; the order is that of
//! [`super::traverse`]. Whoever adds a reference there names it here.

use super::payload::{Exception, FrameState, Function, Iterator as Iter, Property};
use super::{Heap, Payload, Ref};

/// Takes a name and the part that it is the name of.
type Tell<'a> = dyn FnMut(&str, Ref) + 'a;

/// The parts of everything but containers, instances, and what others can derive from.
pub(super) fn of_payload(heap: &Heap, payload: &Payload, tell: &mut Tell<'_>) {
    match payload {
        Payload::Cell(contents) => all([("cell_contents", *contents)], tell),
        Payload::BoundMethod(body) => {
            tell("__func__", body.function);
            tell("__self__", body.receiver);
        }
        Payload::Type(body) => all(
            [
                ("__dict__", body.dict),
                ("__mro__", body.mro),
                ("__bases__", body.bases),
                ("__base__", body.base),
            ],
            tell,
        ),
        Payload::Builtin(body) => all([("__self__", body.owner)], tell),
        Payload::Module(body) => tell("__dict__", body.dict),
        Payload::Code(body) => {
            match body.shared_constants {
                Some(all) => tell("co_consts", all),
                None => body.constants.iter().for_each(|&it| tell("co_consts", it)),
            }
            body.names.iter().for_each(|&it| tell("co_names", it));
        }
        Payload::Frame(body) => {
            all([("f_back", body.back)], tell);
            tell("f_code", body.code);
            tell("f_globals", body.globals);
            if let Some(state) = &body.state {
                of_frame(heap, state, "f_code", tell);
            }
        }
        Payload::Generator(body) => {
            tell("__name__", body.name);
            tell("__qualname__", body.qualname);
            tell("gi_code", body.code);
            all([("gi_frame", body.frame)], tell);
            if let Some(state) = &body.state {
                of_frame(heap, state, "gi_code", tell);
            }
            all([("exception", body.current_exception)], tell);
        }
        Payload::Traceback(body) => {
            all([("tb_next", body.next)], tell);
            tell("tb_frame", body.frame);
        }
        Payload::Slice(parts) => {
            let names = ["start", "stop", "step"];
            names
                .iter()
                .zip(parts.iter())
                .for_each(|(name, &part)| tell(name, part));
        }
        Payload::Range(body) => {
            tell("start", body.start);
            tell("stop", body.stop);
            tell("step", body.step);
            tell("length", body.length);
        }
        Payload::Iterator(body) => of_iterator(body, tell),
        Payload::Property(body) => of_property(body, tell),
        Payload::StaticMethod(body) | Payload::ClassMethod(body) => {
            tell("__func__", body.function);
            all([("__dict__", body.dict)], tell);
        }
        Payload::Descriptor(body) => {
            tell("__objclass__", body.class);
            tell("__name__", body.name);
        }
        Payload::Super(body) => {
            all([("__self__", body.receiver)], tell);
            tell("__thisclass__", body.class);
            all([("__self_class__", body.receiver_class)], tell);
        }
        Payload::View(body) => tell("mapping", body.dict),
        // These are told by their elements and attributes, or hold nothing.
        Payload::Free { .. }
        | Payload::Object
        | Payload::List(_)
        | Payload::Tuple(_)
        | Payload::Dict(_)
        | Payload::Set(_)
        | Payload::Instance(_)
        | Payload::Derived(_)
        | Payload::Function(_)
        | Payload::Exception(_)
        | Payload::WeakRef(_)
        | Payload::Native(_) => {}
    }
}

/// Those that are no attributes which a program gave it.
pub(super) fn of_exception(body: &Exception, tell: &mut Tell<'_>) {
    let parts = [
        ("args", body.args),
        ("__traceback__", body.traceback),
        ("__cause__", body.cause),
        ("__context__", body.context),
    ];
    all(parts, tell);
}

pub(super) fn of_function(body: &Function, tell: &mut Tell<'_>) {
    let parts = [
        ("__code__", Some(body.code)),
        ("__globals__", Some(body.globals)),
        ("__builtins__", body.builtins),
        ("__module__", body.module),
        ("__defaults__", body.defaults),
        ("__kwdefaults__", body.keyword_defaults),
        ("__doc__", body.doc),
        ("__name__", Some(body.name)),
        ("__dict__", body.dict),
        ("__closure__", body.closure),
        ("__annotations__", body.annotations),
        ("__annotate__", body.annotate),
        ("__qualname__", Some(body.qualname)),
    ];
    all(parts, tell);
}

/// Parts that every function has alike, and strings: told where the program puts an object of its own there.
pub(super) fn is_text(name: &str) -> bool {
    matches!(
        name,
        "__builtins__" | "__module__" | "__doc__" | "__name__" | "__qualname__"
    )
}

/// A frame's variables by their names; `code` is what its owner calls the code.
fn of_frame(heap: &Heap, state: &FrameState, code: &str, tell: &mut Tell<'_>) {
    all(
        [("f_locals", state.locals), ("function", state.function)],
        tell,
    );
    tell(code, state.code);
    tell("f_globals", state.globals);
    let names = match heap.payload(state.code) {
        Payload::Code(body) => &body.code.slots[..],
        _ => &[],
    };
    for (nth, value) in state.slots.iter().enumerate() {
        let name = names.get(nth).map_or("local", |name| name);
        all([(name, *value)], tell);
    }
    state
        .stack
        .iter()
        .flatten()
        .for_each(|&value| tell("stack", value));
}

/// Python has no attributes for these.
fn of_iterator(body: &Iter, tell: &mut Tell<'_>) {
    match *body {
        Iter::Sequence { source, .. } | Iter::Reversed { source, .. } => {
            all([("sequence", source)], tell);
        }
        Iter::Loop { source, .. } => tell("sequence", source),
        Iter::Set { source, .. } => all([("set", source)], tell),
        Iter::Range { .. } => {}
        Iter::Dict { source, result, .. } => all([("dict", source), ("result", result)], tell),
        Iter::Enumerate {
            source,
            index,
            result,
        } => {
            tell("iterator", source);
            tell("result", result);
            tell("index", index);
        }
        Iter::Zip { sources, result } => {
            tell("iterators", sources);
            tell("result", result);
        }
        Iter::Map { function, sources } => {
            tell("iterators", sources);
            tell("function", function);
        }
        Iter::Filter { function, source } => {
            tell("iterator", source);
            tell("function", function);
        }
        Iter::Callable { function, sentinel } => {
            all([("callable", function)], tell);
            tell("sentinel", sentinel);
        }
    }
}

fn of_property(body: &Property, tell: &mut Tell<'_>) {
    let parts = [
        ("fget", body.getter),
        ("fset", body.setter),
        ("fdel", body.deleter),
        ("__doc__", body.doc),
        ("__name__", body.name),
    ];
    all(parts, tell);
}

fn all<const N: usize>(parts: [(&str, Option<Ref>); N], tell: &mut Tell<'_>) {
    for (name, part) in parts {
        if let Some(part) = part {
            tell(name, part);
        }
    }
}

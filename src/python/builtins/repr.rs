//! repr of built-in objects. A container that contains itself shows `[...]`; each container is one level of Python's
//! recursion. Mirrors the tp_repr slots of Objects/*.c.

use std::rc::Rc;

use super::{complex, float, int, text, value};
use crate::heap::atoms::Atom;
use crate::heap::payload::{BuiltinKind, DictPart};
use crate::heap::{Payload, Ref, types};
use crate::python::vm::{PyResult, Vm};

/// None: `<C object at 0x…>`.
pub fn repr(vm: &mut Vm, object: Ref) -> PyResult<Option<String>> {
    let atom = value::plain(&vm.heap, object);
    if !atom.is_container() {
        return atom_repr(vm, atom).map(Some);
    }
    if vm.heap.list(object).is_some() {
        return guarded(vm, object, "[...]", list_repr).map(Some);
    }
    if vm.heap.tuple(object).is_some() {
        return guarded(vm, object, "(...)", tuple_repr).map(Some);
    }
    if vm.heap.dict(object).is_some() {
        return guarded(vm, object, "{...}", dict_repr).map(Some);
    }
    if vm.heap.set(object).is_some() {
        let class = vm.heap.class_name(object);
        return guarded(vm, object, &format!("{class}(...)"), set_repr).map(Some);
    }
    payload_repr(vm, object)
}

/// Runs `show` unless the object's repr is being made already.
fn guarded(
    vm: &mut Vm,
    object: Ref,
    again: &str,
    show: fn(&mut Vm, Ref) -> PyResult<String>,
) -> PyResult<String> {
    if vm.builtin_state.repr_running.contains(&object) {
        return Ok(again.to_owned());
    }
    vm.enter_recursion(" while getting the repr of an object")?;
    vm.builtin_state.repr_running.push(object);
    let shown = show(vm, object);
    vm.builtin_state.repr_running.pop();
    vm.leave_recursion();
    shown
}

fn atom_repr(vm: &mut Vm, atom: Ref) -> PyResult<String> {
    if let Some(value) = value::int(&vm.heap, atom)
        && vm.heap.class_of(atom) == types::INT
    {
        return int::to_text(vm, &value);
    }
    Ok(match vm.heap.atom(atom) {
        Some(Atom::None) => "None".to_owned(),
        Some(Atom::NotImplemented) => "NotImplemented".to_owned(),
        Some(Atom::Ellipsis) => "Ellipsis".to_owned(),
        Some(Atom::Bool(value)) => if *value { "True" } else { "False" }.to_owned(),
        Some(Atom::Float(value)) => float::repr(*value),
        Some(Atom::Complex(real, imag)) => complex::repr(*real, *imag),
        Some(Atom::Str(body)) => text::repr(&body.text),
        Some(Atom::Bytes(bytes)) => text::repr_bytes(bytes),
        _ => "?".to_owned(),
    })
}

/// repr of an item, which is kept alive meanwhile.
fn item_repr(vm: &mut Vm, item: Ref) -> PyResult<String> {
    let held = vm.heap.new_ref(item);
    let shown = vm.repr(item);
    vm.release(held);
    shown
}

/// The items' reprs with commas between; `next` gives the item at a position, as long as there is one.
fn joined(
    vm: &mut Vm,
    object: Ref,
    next: fn(&Vm, Ref, usize) -> Option<Ref>,
) -> PyResult<(String, usize)> {
    let mut shown = String::new();
    let mut n = 0;
    while let Some(item) = next(vm, object, n) {
        if n > 0 {
            shown.push_str(", ");
        }
        shown.push_str(&item_repr(vm, item)?);
        n += 1;
    }
    Ok((shown, n))
}

fn list_repr(vm: &mut Vm, list: Ref) -> PyResult<String> {
    let (items, _) = joined(vm, list, |vm, list, n| vm.heap.list(list)?.get(n).copied())?;
    Ok(format!("[{items}]"))
}

fn tuple_repr(vm: &mut Vm, tuple: Ref) -> PyResult<String> {
    let (items, n) = joined(vm, tuple, |vm, tuple, n| {
        vm.heap.tuple(tuple)?.get(n).copied()
    })?;
    Ok(if n == 1 {
        format!("({items},)")
    } else {
        format!("({items})")
    })
}

fn dict_repr(vm: &mut Vm, dict: Ref) -> PyResult<String> {
    let mut shown = String::from("{");
    let mut position = 0;
    while let Some(body) = vm.heap.dict(dict)
        && let Some(at) = body.next_position(position)
        && let Some((key, value)) = body.entry(at)
    {
        position = at + 1;
        let held = vm.heap.new_ref(value);
        if shown.len() > 1 {
            shown.push_str(", ");
        }
        shown.push_str(&item_repr(vm, key)?);
        shown.push_str(": ");
        shown.push_str(&item_repr(vm, value)?);
        vm.release(held);
    }
    shown.push('}');
    Ok(shown)
}

fn set_repr(vm: &mut Vm, set: Ref) -> PyResult<String> {
    let class = vm.heap.class_of(set);
    let name = vm.heap.class_name(set);
    let keys: Vec<Ref> = vm
        .heap
        .set(set)
        .map(|set| set.iter().map(|(_, key)| key).collect())
        .unwrap_or_default();
    if keys.is_empty() {
        return Ok(format!("{name}()"));
    }
    // CPython shows a list of the keys made for the purpose.
    let keys = value::counted(&mut vm.heap, &keys);
    let list = vm.heap.new_list(keys);
    let shown = list_repr(vm, list.get());
    vm.release(list);
    let shown = shown?;
    let items = &shown[1..shown.len() - 1];
    Ok(if class == types::SET {
        format!("{{{items}}}")
    } else {
        format!("{name}({{{items}}})")
    })
}

/// "list object at 0x…", as the reprs of methods and cells name an object.
fn at_address(vm: &Vm, object: Ref) -> String {
    format!(
        "{} object at {:#x}",
        vm.heap.class_name(object),
        vm.heap.address_of(object)
    )
}

fn payload_repr(vm: &mut Vm, object: Ref) -> PyResult<Option<String>> {
    let address = format!("{:#x}", vm.heap.address_of(object));
    let heap = &vm.heap;
    let named = |name: Ref| heap.str_rc(name).unwrap_or_default();
    Ok(Some(match heap.payload(object) {
        Payload::Function(body) => format!("<function {} at {address}>", named(body.qualname)),
        Payload::Generator(body) => {
            format!("<generator object {} at {address}>", named(body.qualname))
        }
        Payload::Builtin(body) => builtin_repr(vm, object, body),
        Payload::Module(_) => module_repr(vm, object)?,
        Payload::Code(body) => {
            let code = &body.code;
            format!(
                "<code object {} at {address}, file \"{}\", line {}>",
                code.name, code.filename, code.first_line
            )
        }
        Payload::Cell(None) => format!("<cell at {address}: empty>"),
        Payload::Cell(Some(contents)) => {
            format!("<cell at {address}: {}>", at_address(vm, *contents))
        }
        Payload::Frame(body) => {
            let code = match heap.payload(body.code) {
                Payload::Code(code) => code.code.clone(),
                _ => return Ok(None),
            };
            format!(
                "<frame at {address}, file '{}', line {}, code {}>",
                code.filename, body.line, code.name
            )
        }
        Payload::Descriptor(body) => {
            let kind = match heap.class_of(object) {
                types::MEMBER_DESCRIPTOR => "member",
                _ => "attribute",
            };
            let class = heap.type_body(body.class).name.clone();
            format!("<{kind} '{}' of '{class}' objects>", named(body.name))
        }
        Payload::Super(body) => {
            let class = heap.type_body(body.class).name.clone();
            let receiver = match body.receiver_class {
                Some(class) => format!("<{} object>", heap.type_body(class).name),
                None => "NULL".to_owned(),
            };
            format!("<super: <class '{class}'>, {receiver}>")
        }
        Payload::Type(_) => type_repr(vm, object)?,
        _ => return compound_repr(vm, object, &address),
    }))
}

/// Those that show the repr of a part.
fn compound_repr(vm: &mut Vm, object: Ref, address: &str) -> PyResult<Option<String>> {
    Ok(Some(match vm.heap.payload(object) {
        Payload::BoundMethod(body) => {
            let (function, receiver) = (body.function, body.receiver);
            let name = match vm.heap.payload_of(function) {
                Some(Payload::Function(body)) => vm.heap.str_rc(body.qualname).unwrap_or_default(),
                Some(Payload::Builtin(body)) => body.name.clone(),
                _ => "?".into(),
            };
            let receiver = item_repr(vm, receiver)?;
            format!("<bound method {name} of {receiver}>")
        }
        Payload::Slice(parts) => {
            let [start, stop, step] = **parts;
            let (start, stop) = (item_repr(vm, start)?, item_repr(vm, stop)?);
            format!("slice({start}, {stop}, {})", item_repr(vm, step)?)
        }
        Payload::Range(_) => super::range::repr(vm, object)?,
        Payload::StaticMethod(body) if vm.heap.profile.staticmethods_show_function => {
            let function = body.function;
            format!("<staticmethod({})>", item_repr(vm, function)?)
        }
        Payload::ClassMethod(body) if vm.heap.profile.staticmethods_show_function => {
            let function = body.function;
            format!("<classmethod({})>", item_repr(vm, function)?)
        }
        Payload::View(body) => {
            let show = if body.part.is_some() {
                view_repr
            } else {
                proxy_repr
            };
            return guarded(vm, object, "...", show).map(Some);
        }
        Payload::WeakRef(_) => weakref_repr(vm, object, address)?,
        Payload::Exception(_) => super::exceptions::repr(vm, object)?,
        Payload::Derived(_) if vm.heap.is_instance(object, types::BASE_EXCEPTION) => {
            super::exceptions::repr(vm, object)?
        }
        _ => return Ok(None),
    }))
}

fn proxy_repr(vm: &mut Vm, proxy: Ref) -> PyResult<String> {
    let dict = match vm.heap.payload(proxy) {
        Payload::View(body) => body.dict,
        _ => Ref::NONE,
    };
    Ok(format!("mappingproxy({})", vm.repr(dict)?))
}

fn view_repr(vm: &mut Vm, view: Ref) -> PyResult<String> {
    let class = vm.heap.class_name(view);
    let (dict, part) = match vm.heap.payload(view) {
        Payload::View(body) => (body.dict, body.part.unwrap_or(DictPart::Keys)),
        _ => return Ok(String::new()),
    };
    let items = super::dict::part_of(vm, dict, part);
    let list = vm.heap.new_list(value::into_counted(items));
    let shown = list_repr(vm, list.get());
    vm.release(list);
    Ok(format!("{class}({})", shown?))
}

fn builtin_repr(vm: &Vm, object: Ref, body: &crate::heap::payload::Builtin) -> String {
    let name = &body.name;
    match (body.kind, body.owner) {
        (BuiltinKind::MethodDescriptor, Some(types::OBJECT))
            if vm.heap.profile.object_slots_have_no_owner
                && vm.heap.class_of(object) == types::WRAPPER_DESCRIPTOR =>
        {
            format!("<slot wrapper '{name}'>")
        }
        (BuiltinKind::MethodDescriptor, Some(class)) => {
            let class = vm.heap.type_body_opt(class).map(|body| body.name.clone());
            let class = class.unwrap_or_default();
            if vm.heap.class_of(object) == types::WRAPPER_DESCRIPTOR {
                format!("<slot wrapper '{name}' of '{class}' objects>")
            } else {
                format!("<method '{name}' of '{class}' objects>")
            }
        }
        (BuiltinKind::ClassMethodDescriptor, Some(class)) => {
            let class = vm.heap.type_body_opt(class).map(|body| body.name.clone());
            format!(
                "<method '{name}' of '{}' objects>",
                class.unwrap_or_default()
            )
        }
        (BuiltinKind::Function | BuiltinKind::StaticMethod, Some(owner))
            if !matches!(vm.heap.payload_of(owner), Some(Payload::Module(_))) =>
        {
            if vm.heap.class_of(object) == types::METHOD_WRAPPER {
                return format!("<method-wrapper '{name}' of {}>", at_address(vm, owner));
            }
            format!("<built-in method {name} of {}>", at_address(vm, owner))
        }
        _ => format!("<built-in function {name}>"),
    }
}

fn module_repr(vm: &mut Vm, module: Ref) -> PyResult<String> {
    let Some(dict) = vm.heap.module_dict(module) else {
        return Ok("<module '?'>".to_owned());
    };
    let name = match vm.heap.dict_get_text(dict, "__name__") {
        Some(name) => item_repr(vm, name)?,
        None => "'?'".to_owned(),
    };
    Ok(match vm.heap.dict_get_text(dict, "__file__") {
        Some(file) => {
            let file = item_repr(vm, file)?;
            format!("<module {name} from {file}>")
        }
        // The program's own modules come from no file.
        None if vm.heap.dict_get_text(dict, "__spec__") == Some(Ref::NONE)
            || name == "'__main__'" =>
        {
            format!("<module {name}>")
        }
        None => format!("<module {name} (built-in)>"),
    })
}

/// `<class '__main__.A'>`.
pub fn type_repr(vm: &mut Vm, class: Ref) -> PyResult<String> {
    Ok(format!("<class '{}'>", vm.full_class_name(class)))
}

pub fn qualified_name(vm: &Vm, class: Ref) -> Rc<str> {
    let body = vm.heap.type_body(class);
    match body.qualname {
        Some(qualname) => vm.heap.str_rc(qualname).unwrap_or_default(),
        None => body.name.clone(),
    }
}

fn weakref_repr(vm: &mut Vm, object: Ref, address: &str) -> PyResult<String> {
    let Payload::WeakRef(body) = vm.heap.payload(object) else {
        return Ok(String::new());
    };
    let (target, is_proxy) = (body.target, body.is_proxy);
    let kind = if is_proxy { "weakproxy" } else { "weakref" };
    // A proxy's text got the form of a reference's in 3.13.
    let is_old_proxy = is_proxy && !vm.heap.profile.weakproxy_shows_as_weakref;
    let Some(target) = target else {
        return Ok(if is_old_proxy {
            format!(
                "<{kind} at {address} to NoneType at {:#x}>",
                vm.heap.address_of(Ref::NONE)
            )
        } else {
            format!("<{kind} at {address}; dead>")
        });
    };
    let class = if vm.heap.profile.weakproxy_shows_as_weakref {
        vm.unambiguous_class_name(vm.heap.class_of(target))
    } else {
        vm.heap.class_name(target).to_string()
    };
    let at = vm.heap.address_of(target);
    if is_old_proxy {
        return Ok(format!("<{kind} at {address} to {class} at {at:#x}>"));
    }
    let name = if is_proxy {
        None
    } else {
        target_name(vm, target)?
    };
    Ok(match name {
        Some(name) => format!("<{kind} at {address}; to '{class}' at {at:#x} ({name})>"),
        None => format!("<{kind} at {address}; to '{class}' at {at:#x}>"),
    })
}

/// `__name__` of the referent, if it has one.
fn target_name(vm: &mut Vm, target: Ref) -> PyResult<Option<String>> {
    let heap = &vm.heap;
    let known = match heap.payload_of(target) {
        Some(Payload::Function(body)) => heap.str_rc(body.name),
        Some(Payload::Generator(body)) => heap.str_rc(body.name),
        Some(Payload::Type(body)) => Some(body.name.clone()),
        Some(Payload::Builtin(body)) => Some(body.name.clone()),
        Some(Payload::Module(body)) => Some(body.name.clone()),
        _ => None,
    };
    if known.is_some() || !value::is_python_instance(heap, target) {
        return Ok(known.map(|name| name.to_string()));
    }
    let held = vm.heap.new_ref(target);
    let found = name_attribute(vm, target);
    vm.release(held);
    let Some(found) = found? else {
        return Ok(None);
    };
    let name = value::text(&vm.heap, found.get());
    vm.release(found);
    Ok(name.map(|name| name.to_string()))
}

/// From 3.11 on the class alone is asked.
fn name_attribute(vm: &mut Vm, object: Ref) -> PyResult<Option<crate::heap::Owned>> {
    if !vm.heap.profile.weakref_asks_class_for_name {
        return super::attribute_or_none(vm, object, "__name__");
    }
    let class = vm.heap.class_of(object);
    match super::find_in_class(vm, class, "__name__") {
        Some(found) => vm.bind(found, object, class).map(Some),
        None => Ok(None),
    }
}

//! Scopes: a syntax tree to a table that says, for each name in each scope, where its value lives.
//!
//! Invariant: every name that the compiler meets in a scope has a symbol there, and its resolution says which
//! instruction family reaches it. Comprehensions that a version inlines stay scopes of their own here, but their free
//! variables that are locals outside stay plain locals there.
//! Mirrors CPython's Python/symtable.c (collection, then analysis from the outermost scope inwards).

use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

use ruff_python_ast::{Expr, ModModule, Stmt, StmtFunctionDef};
use ruff_text_size::TextRange;

use crate::profile::Profile;

mod analyze;
mod collect;
mod collect_expressions;

pub(crate) use collect::annotated_names;

/// A name's use in a scope, as the bits of [`Symbol::flags`].
pub mod flag {
    pub const GLOBAL: u16 = 1;
    pub const LOCAL: u16 = 2;
    pub const PARAM: u16 = 4;
    pub const NONLOCAL: u16 = 8;
    pub const USE: u16 = 16;
    pub const IMPORT: u16 = 32;
    pub const ANNOT: u16 = 64;
    /// Target of a comprehension's `for`.
    pub const COMP_ITER: u16 = 128;
    /// Free in a class body and bound there too.
    pub const FREE_CLASS: u16 = 256;
    /// Any binding in the scope itself.
    pub const BOUND: u16 = LOCAL | PARAM | IMPORT;
}

/// Where a name's value lives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resolution {
    /// Not yet analyzed.
    Unknown,
    Local,
    /// A local that an inner scope captures.
    Cell,
    /// Captured from an outer function.
    Free,
    GlobalExplicit,
    GlobalImplicit,
}

#[derive(Clone, Copy, Debug)]
pub struct Symbol {
    pub flags: u16,
    pub resolution: Resolution,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScopeKind {
    Module,
    Class,
    Function,
    Lambda,
    /// A list, set or dict comprehension.
    Comprehension,
    GeneratorExpression,
    /// The function that computes annotations when somebody asks for them (3.14).
    Annotations,
}

impl ScopeKind {
    /// Whether the scope's locals live in a frame's slots.
    pub fn is_function(self) -> bool {
        !matches!(self, ScopeKind::Module | ScopeKind::Class)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ScopeId(pub usize);

#[derive(Debug)]
pub struct Scope {
    pub kind: ScopeKind,
    pub name: Rc<str>,
    pub parent: Option<ScopeId>,
    pub children: Vec<ScopeId>,
    /// In order of first appearance.
    pub names: Vec<Rc<str>>,
    symbols: HashMap<Rc<str>, Symbol>,
    /// There is a yield in it.
    pub is_generator: bool,
    /// A comprehension that runs in the frame around it.
    pub inlined: bool,
    /// A class whose methods need the cell `__class__`.
    pub needs_class_closure: bool,
    /// A class whose annotations need the cell `__classdict__` (3.14).
    pub needs_class_dict: bool,
    /// The class around it, whose name mangles `__names`.
    pub private: Option<Rc<str>>,
    /// Statements `global` and `nonlocal`: for the position of errors found late.
    pub directives: Vec<(Rc<str>, TextRange)>,
}

impl Scope {
    pub fn symbol(&self, name: &str) -> Option<Symbol> {
        self.symbols.get(name).copied()
    }

    /// Whether the scope itself binds the name as a local.
    pub fn binds(&self, name: &str) -> bool {
        self.symbol(name).is_some_and(|symbol| {
            symbol.flags & flag::BOUND != 0 && symbol.flags & (flag::GLOBAL | flag::NONLOCAL) == 0
        })
    }

    /// The names of that resolution, sorted: the order of a code object's cells and free variables.
    pub fn resolved(&self, resolution: Resolution) -> BTreeSet<Rc<str>> {
        let has = |name: &&Rc<str>| self.symbols[&***name].resolution == resolution;
        self.names.iter().filter(has).cloned().collect()
    }

    fn add(&mut self, name: &Rc<str>, flags: u16) -> u16 {
        match self.symbols.get_mut(name) {
            Some(symbol) => symbol.flags |= flags,
            None => {
                self.names.push(name.clone());
                let resolution = Resolution::Unknown;
                self.symbols
                    .insert(name.clone(), Symbol { flags, resolution });
            }
        }
        self.symbols[name].flags
    }

    fn resolve(&mut self, name: &Rc<str>, resolution: Resolution) {
        if let Some(symbol) = self.symbols.get_mut(name) {
            symbol.resolution = resolution;
        }
    }
}

/// What is wrong with the names of a program: CPython's text, and where.
#[derive(Debug)]
pub struct SymbolError {
    pub message: String,
    pub range: TextRange,
}

#[derive(Debug)]
pub struct Scopes {
    scopes: Vec<Scope>,
    by_node: HashMap<usize, ScopeId>,
    annotations_by_node: HashMap<usize, ScopeId>,
    /// A body may stand at the address of its first statement, so bodies have a table of their own.
    annotations_by_body: HashMap<usize, ScopeId>,
}

/// What identifies a node of a tree that nobody moves.
pub fn node_key<T: ?Sized>(node: &T) -> usize {
    std::ptr::from_ref(node).addr()
}

impl Scopes {
    /// The scopes of a module or of an input at the prompt.
    pub fn of_module(module: &ModModule, profile: &Profile) -> Result<Scopes, SymbolError> {
        Scopes::of_statements(&module.body, profile)
    }

    /// The scopes of statements that stand at the top level.
    pub fn of_statements(body: &[Stmt], profile: &Profile) -> Result<Scopes, SymbolError> {
        let mut collector = collect::Collector::new(profile);
        collector.module_body(body)?;
        collector.finish()
    }

    /// The scopes of an expression that stands alone.
    pub fn of_expression(expression: &Expr, profile: &Profile) -> Result<Scopes, SymbolError> {
        let mut collector = collect::Collector::new(profile);
        collector.expression(expression)?;
        collector.finish()
    }

    pub fn root(&self) -> ScopeId {
        ScopeId(0)
    }

    pub fn get(&self, id: ScopeId) -> &Scope {
        &self.scopes[id.0]
    }

    /// The scope that a function, lambda, class or comprehension opens.
    ///
    /// # Panics
    /// When the node opens none.
    pub fn of_node<T>(&self, node: &T) -> ScopeId {
        self.by_node[&node_key(node)]
    }

    /// The scope of the deferred annotations of a function.
    pub fn of_annotations(&self, function: &StmtFunctionDef) -> Option<ScopeId> {
        self.annotations_by_node.get(&node_key(function)).copied()
    }

    /// The scope of the deferred annotations in a module's or class's body.
    pub fn of_body_annotations(&self, body: &[Stmt]) -> Option<ScopeId> {
        self.annotations_by_body.get(&node_key(body)).copied()
    }

    fn get_mut(&mut self, id: ScopeId) -> &mut Scope {
        &mut self.scopes[id.0]
    }
}

/// A class's private name: `__x` in class `C` is `_C__x`.
pub fn mangle(private: Option<&str>, name: &str) -> Rc<str> {
    let Some(class) = private else {
        return name.into();
    };
    let stripped = class.trim_start_matches('_');
    if !name.starts_with("__") || name.ends_with("__") || name.contains('.') || stripped.is_empty()
    {
        return name.into();
    }
    format!("_{stripped}{name}").into()
}

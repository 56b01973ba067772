"""Translate functions of numbers and short lists from Python into JavaScript.

If, for, return, raise ValueError, assignment, arithmetic, comparison, conditionals, calls, f-strings, append, len and
indices from 0 are. Anything else is an error that names the line. (An empty list is true in JavaScript: ask its len.)
"""

import ast
import json

# What Python does and JavaScript does not: each helper is written out only if a function needs it.
HELPERS = {
    "floorDiv": "function floorDiv(a, b) {\n  return Math.floor(divide(a, b));\n}\n",
    "floorMod": 'function floorMod(a, b) {\n  if (b === 0) throw new RangeError("division by zero");\n'
    "  return a - b * Math.floor(a / b);\n}\n",
    "divide": 'function divide(a, b) {\n  if (b === 0) throw new RangeError("division by zero");\n  return a / b;\n}\n',
    "general": "function general(value) {\n  return String(Number(value.toPrecision(6)));\n}\n",
    "grouped": 'function grouped(value) {\n  return value.toLocaleString("en-US");\n}\n',
    "quoted": "function quoted(value) {\n  return typeof value === \"string\" ? `'${value}'` : String(value);\n}\n",
}
NEEDS = {"floorDiv": ["divide"]}

COMPARE = {ast.Is: "===", ast.IsNot: "!==", ast.Eq: "===", ast.NotEq: "!=="}
COMPARE |= {ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">="}
ARITHMETIC = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*"}
FUNCTIONS = {ast.Div: "divide", ast.FloorDiv: "floorDiv", ast.Mod: "floorMod"}
BUILTINS = {"min": "Math.min", "max": "Math.max", "abs": "Math.abs", "int": "Math.trunc"}
FORMATS = {"g": "general", ",": "grouped"}


class Untranslatable(Exception):
    """Say which line of the Python source has no JavaScript here, and why."""

    def __init__(self, node, why):
        super().__init__(f"line {node.lineno}: {why}: {ast.unparse(node)}")


class Translator:
    """Turn the functions of one Python module into JavaScript text."""

    def __init__(self, tree, leave_out=(), others=None):
        """Take a module's tree; `others` are the translators, by name, of the modules that it may import from."""
        self.functions = {
            node.name: node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name not in leave_out
        }
        parts = [part for function in self.functions.values() for part in ast.walk(function)]
        used = {part.id for part in parts if isinstance(part, ast.Name)}
        imports = [node for node in tree.body if isinstance(node, ast.ImportFrom)]
        self.imports = [node for node in imports if used & {alias.name for alias in node.names}]
        self.others = others or {}
        self.callable = dict(self.functions)
        for node in self.imports:
            there = self.source_of(node).functions
            self.callable |= {alias.name: there[alias.name] for alias in node.names}
        self.helpers = set()

    def source_of(self, node):
        name = node.module.rpartition(".")[2]
        if name not in self.others:
            raise Untranslatable(node, "imported from a module that is not translated")
        return self.others[name]

    def module(self):
        """Translate every function and put imports and the helpers that they need before them."""
        bodies = [self.function(node) for node in self.functions.values()]
        for name in list(self.helpers):
            self.helpers.update(NEEDS.get(name, ()))
        taken = self.helpers & set(self.functions)
        if taken:
            name = taken.pop()
            raise Untranslatable(self.functions[name], f"the name {name} is taken by a helper here")
        imports = [self.importing(node) for node in self.imports]
        there = {name for node in self.imports for name in self.source_of(node).helpers}
        helpers = [f"export {text}" for name, text in HELPERS.items() if name in self.helpers - there]
        return "\n".join([*imports, *helpers, *bodies])

    def importing(self, node):
        """Write an import, with the helpers that the other module has already."""
        names = [alias.name for alias in node.names]
        names += sorted(self.helpers & self.source_of(node).helpers)
        return f'import {{ {", ".join(names)} }} from "./{node.module.rpartition(".")[2]}.js";\n'

    # ---- statements ------------------------------------------------------------------------------
    def function(self, node):
        """Translate one function: its docstring's first line becomes a comment."""
        if node.decorator_list or node.args.vararg or node.args.kwarg:
            raise Untranslatable(node, "decorators, *args and **kwargs are not translated")
        given = parameters(node)
        signature = ", ".join(name if value is None else f"{name} = {self.expr(value)}" for name, value in given)
        counts = assignments(node)
        flat = assignments(ast.Module([stmt for stmt in node.body if not isinstance(stmt, ast.If | ast.For)]))
        hoisted = sorted(name for name in counts if name not in dict(given) and counts[name] != flat.get(name))
        lines = [f"  let {', '.join(hoisted)};"] if hoisted else []
        state = {"declared": {*dict(given), *hoisted}, "counts": counts}
        body = node.body[1:] if ast.get_docstring(node) else node.body
        lines += self.block(body, state, 1)
        comment = f"// {ast.get_docstring(node).splitlines()[0]}\n" if ast.get_docstring(node) else ""
        return f"{comment}export function {node.name}({signature}) {{\n" + "\n".join(lines) + "\n}\n"

    def block(self, body, state, depth):
        return [line for stmt in body for line in self.statement(stmt, state, depth)]

    def statement(self, node, state, depth):
        pad = "  " * depth
        match node:
            case ast.Return():
                return [f"{pad}return {self.expr(node.value)};" if node.value else f"{pad}return null;"]
            case ast.Assign(targets=[ast.Name(id=name)]):
                return [f"{pad}{self.declare(name, state)}{name} = {self.expr(node.value)};"]
            case ast.Assign(targets=[ast.Tuple(elts=names)]) if all(isinstance(name, ast.Name) for name in names):
                return [f"{pad}{self.unpack([name.id for name in names], state)} = {self.expr(node.value)};"]
            case ast.Assign(targets=[ast.Subscript() as target]):
                return [f"{pad}{self.expr(target)} = {self.expr(node.value)};"]
            case ast.For(target=ast.Name(), orelse=[]):
                return self.loop(node, state, depth)
            case ast.AugAssign(target=ast.Name(id=name)):
                value = ast.BinOp(node.target, node.op, node.value)
                return [f"{pad}{name} = {self.expr(ast.copy_location(value, node))};"]
            case ast.If():
                return self.conditional(node, state, depth)
            case ast.Raise(exc=ast.Call(func=ast.Name(id="ValueError"), args=[message], keywords=[]), cause=None):
                return [f"{pad}throw new Error({self.expr(message)});"]
            case ast.Expr(value=ast.Call()):  # a function that checks, and raises
                return [f"{pad}{self.expr(node.value)};"]
            case ast.Pass() | ast.Expr(value=ast.Constant()):  # a docstring or a bare constant does nothing
                return []
        raise Untranslatable(node, "this statement is not translated")

    def declare(self, name, state):
        """Give `const `, `let ` or nothing, as the name is new and changes later or not."""
        if name in state["declared"]:
            return ""
        state["declared"].add(name)
        return "const " if state["counts"][name] == 1 else "let "

    def unpack(self, names, state):
        """Take a list apart, names that are new and names that are not; `_` is passed over."""
        leads = {name: self.declare(name, state) for name in names if name != "_"}
        kinds, new = set(leads.values()), ", ".join(name for name, lead in leads.items() if lead)
        lead = "const " if kinds == {"const "} else "let " if "" not in kinds else f"let {new}; " if new else ""
        return f"{lead}[{', '.join('' if name == '_' else name for name in names)}]"

    def loop(self, node, state, depth):
        """Translate `for name in range(...)` or over a list."""
        pad, name = "  " * depth, node.target.id
        head = f"const {name} of "
        match node.iter:
            case ast.Call(func=ast.Name(id="range"), args=[*bounds], keywords=[]) if len(bounds) in (1, 2):
                first, end = ["0", *map(self.expr, bounds)][-2:]
                head = f"let {name} = {first}, {name}_end = {end}; {name} < {name}_end; {name}++"
            case _:
                head += self.expr(node.iter)
        return [f"{pad}for ({head}) {{", *self.block(node.body, state, depth + 1), f"{pad}}}"]

    def conditional(self, node, state, depth, lead=""):
        pad = "  " * depth
        lines = [f"{lead or pad}if ({self.expr(node.test)}) {{", *self.block(node.body, state, depth + 1)]
        if len(node.orelse) == 1 and isinstance(node.orelse[0], ast.If):
            return lines + self.conditional(node.orelse[0], state, depth, lead=f"{pad}}} else ")
        if node.orelse:
            lines += [f"{pad}}} else {{", *self.block(node.orelse, state, depth + 1)]
        return [*lines, f"{pad}}}"]

    # ---- expressions -----------------------------------------------------------------------------
    def expr(self, node):
        """Translate an expression; everything that binds loosely comes in brackets."""
        match node:
            case ast.Constant(value=bool() | None | str() | int() | float()):
                return json.dumps(node.value, ensure_ascii=False)
            case ast.Name(id=name):
                return name
            case ast.BinOp():
                return self.binary(node)
            case ast.UnaryOp(op=ast.USub()):
                return f"-{self.inner(node.operand)}"
            case ast.UnaryOp(op=ast.Not()):
                return f"!{self.inner(node.operand)}"
            case ast.BoolOp():
                return {ast.And: " && ", ast.Or: " || "}[type(node.op)].join(map(self.inner, node.values))
            case ast.Compare():
                return self.compare(node)
            case ast.IfExp():
                return f"{self.inner(node.test)} ? {self.inner(node.body)} : {self.inner(node.orelse)}"
            case ast.Call():
                return self.call(node)
            case ast.Tuple() | ast.List():
                return f"[{', '.join(map(self.expr, node.elts))}]"
            case ast.Subscript(slice=ast.Name() | ast.Constant(value=int())):
                return f"{self.inner(node.value)}[{self.expr(node.slice)}]"
            case ast.JoinedStr():
                return "`" + "".join(map(self.piece, node.values)) + "`"
        raise Untranslatable(node, "this expression is not translated")

    def inner(self, node):
        """Translate a part of an expression, in brackets unless it is one word or one call."""
        text = self.expr(node)
        wrapped = isinstance(node, ast.BinOp | ast.BoolOp | ast.Compare | ast.IfExp | ast.UnaryOp)
        return f"({text})" if wrapped and not self.is_call(node) else text

    def is_call(self, node):
        return isinstance(node, ast.BinOp) and type(node.op) in FUNCTIONS

    def binary(self, node):
        kind = type(node.op)
        if kind in FUNCTIONS and not isinstance(node.left, ast.Constant | ast.JoinedStr):
            self.helpers.add(FUNCTIONS[kind])
            return f"{FUNCTIONS[kind]}({self.expr(node.left)}, {self.expr(node.right)})"
        if kind not in ARITHMETIC:
            raise Untranslatable(node, "this operator is not translated")
        chain = kind in (ast.Add, ast.Sub) and isinstance(node.left, ast.BinOp)  # a - b + c needs no brackets
        left = self.expr(node.left) if chain or self.product(node.left) else self.inner(node.left)
        right = self.expr(node.right) if self.product(node.right) and kind is not ast.Mult else self.inner(node.right)
        return f"{left} {ARITHMETIC[kind]} {right}"

    def product(self, node):
        return isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult)

    def compare(self, node):
        operands = [node.left, *node.comparators]
        if len(node.ops) > 1 and not all(isinstance(o, ast.Name | ast.Constant) for o in operands[1:-1]):
            raise Untranslatable(node, "a chained comparison needs a plain name in the middle")
        return " && ".join(
            self.comparison(op, left, right)
            for op, left, right in zip(node.ops, operands[:-1], operands[1:], strict=True)
        )

    def comparison(self, op, left, right):
        if isinstance(op, ast.In | ast.NotIn) and isinstance(right, ast.Tuple | ast.List):
            return f"{'!' if isinstance(op, ast.NotIn) else ''}{self.expr(right)}.includes({self.expr(left)})"
        if type(op) not in COMPARE:
            raise Untranslatable(right, "this comparison is not translated")
        # `x + y < z` and `f(x) === 0` read well without brackets; conditionals do not.
        sides = [self.expr(o) if isinstance(o, ast.BinOp) else self.inner(o) for o in (left, right)]
        return f"{sides[0]} {COMPARE[type(op)]} {sides[1]}"

    def call(self, node):
        name = node.func.id if isinstance(node.func, ast.Name) else None
        if name in BUILTINS and not node.keywords:
            return f"{BUILTINS[name]}({', '.join(map(self.expr, node.args))})"
        if name == "len" and len(node.args) == 1:
            return f"{self.inner(node.args[0])}.length"
        if isinstance(node.func, ast.Attribute) and node.func.attr == "append":
            return f"{self.inner(node.func.value)}.push({self.expr(node.args[0])})"
        if name not in self.callable or any(isinstance(a, ast.Starred) for a in node.args):
            raise Untranslatable(node, "only functions of this module, min, max, abs, int and len can be called")
        order = [name for name, _ in parameters(self.callable[name])]
        given = dict(zip(order, map(self.expr, node.args), strict=False))
        given |= {keyword.arg: self.expr(keyword.value) for keyword in node.keywords}
        last = max((order.index(key) for key in given if key in order), default=-1)
        if set(given) - set(order) or len(node.args) > len(order):
            raise Untranslatable(node, "the call does not match the function")
        return f"{name}({', '.join(given.get(key, 'undefined') for key in order[: last + 1])})"

    def piece(self, node):
        """Translate one piece of an f-string into a piece of a template literal."""
        if isinstance(node, ast.Constant):
            return node.value.replace("\\", "\\\\").replace("`", "\\`").replace("${", "\\${").replace("\n", "\\n")
        text = self.expr(node.value)
        helper = {-1: None, ord("r"): "quoted", ord("s"): None}.get(node.conversion)
        if node.format_spec is not None:
            spec = "".join(part.value for part in node.format_spec.values if isinstance(part, ast.Constant))
            if spec not in FORMATS:
                raise Untranslatable(node.value, f"the format '{spec}' is not translated (g and , are)")
            helper = FORMATS[spec]
        if helper is None:
            return f"${{{text}}}"
        self.helpers.add(helper)
        return f"${{{helper}({text})}}"


def parameters(node):
    """List (name, default or None) of a function's parameters in the order that JavaScript gets them."""
    args = node.args
    plain = [*args.posonlyargs, *args.args]
    defaults = [None] * (len(plain) - len(args.defaults)) + args.defaults
    return [
        *((a.arg, d) for a, d in zip(plain, defaults, strict=True)),
        *((a.arg, d) for a, d in zip(args.kwonlyargs, args.kw_defaults, strict=True)),
    ]


def names_in(stmt):
    return [
        name
        for target in stmt.targets
        for name in (target.elts if isinstance(target, ast.Tuple) else [target])
        if isinstance(name, ast.Name) and name.id != "_"
    ]


def assignments(node):
    """Count how often each name is assigned in a function."""
    counts = {}
    for stmt in ast.walk(node):
        for target in names_in(stmt) if isinstance(stmt, ast.Assign) else []:
            counts[target.id] = counts.get(target.id, 0) + 1
        if isinstance(stmt, ast.AugAssign) and isinstance(stmt.target, ast.Name):
            counts[stmt.target.id] = counts.get(stmt.target.id, 0) + 2
    return counts

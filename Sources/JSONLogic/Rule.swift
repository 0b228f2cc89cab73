public import JSONDocument

/// A rule in the JsonLogic language, compiled once.
///
/// The language is that of jsonlogic.com with what the community's suites add (`val`, `exists`, `??`, `try`, `throw`,
/// chained comparison, scopes). Numbers are exact decimals. A rule reads data and nothing else, and ends after a bounded
/// number of steps.
public struct Rule: Sendable {
    /// The rule as it was written.
    public let source: JSONValue
    /// What the rule reads.
    public let variables: Variables
    /// How much it may do.
    public let limits: RuleLimits

    let root: Expression
    let places: [JSONPointer]
    let decimals: DecimalTree

    /// Compiles a rule.
    /// - Parameters:
    ///   - source: the rule; anything but a non-empty object is a value that stands for itself.
    ///   - decimalPaths: dotted paths into the data whose decimal texts are handed to the rule as exact numbers; `*`
    ///     stands for any key or index (`document.declaration.rows.*.amount`). Texts that are no JSON number stay texts.
    /// - Throws: all problems of the rule, each with its place.
    public init(
        compiling source: JSONValue, limits: RuleLimits = .standard, decimalPaths: Set<String> = []
    ) throws(RuleProblems) {
        var compiler = RuleCompiler(limits: limits, decimalPaths: decimalPaths)
        let root = compiler.compile(source)
        guard compiler.problems.isEmpty else { throw RuleProblems(all: compiler.problems) }
        self.init(source: source, root: root, compiler: compiler)
    }

    /// Compiles a rule so that its problems become errors when an evaluation comes to them, as the suites expect.
    public init(lenient source: JSONValue, limits: RuleLimits = .standard, decimalPaths: Set<String> = []) {
        var compiler = RuleCompiler(limits: limits, decimalPaths: decimalPaths)
        let root = compiler.compile(source)
        self.init(source: source, root: root, compiler: compiler)
    }

    private init(source: JSONValue, root: Expression, compiler: RuleCompiler) {
        self.source = source
        self.root = root
        variables = Variables(paths: compiler.paths, isDynamic: compiler.isDynamic)
        limits = compiler.limits
        places = compiler.places
        decimals = compiler.decimals
    }

    /// The value of the rule for these data.
    public func evaluate(_ data: JSONValue) throws(RuleError) -> JSONValue {
        var evaluator = Evaluator(rule: self, source: .value(data))
        return try evaluator.evaluate(root)
    }

    /// The value of the rule for data that are handed over by dotted path, when and if they are needed.
    /// - Parameter reading: the value at a path, nil if there is none. It is asked for the paths in `variables`, for others
    ///   only if `variables.isDynamic`. Paths are written as `DottedPath` has it; the empty one stands for all data.
    public func evaluate(reading: (String) -> JSONValue?) throws(RuleError) -> JSONValue {
        let result: Result<JSONValue, RuleError> = withoutActuallyEscaping(reading) { reading in
            var evaluator = Evaluator(rule: self, source: .reader(reading))
            do throws(RuleError) {
                return .success(try evaluator.evaluate(root))
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    /// What a rule reads from the data that it is given.
    public struct Variables: Sendable, Hashable {
        /// The dotted paths, each once, in the order of the rule, as `DottedPath` has it; the empty one means all data.
        public let paths: [String]
        /// Whether there are reads whose path is known only when the rule is evaluated.
        public let isDynamic: Bool

        /// Whether the rule reads nothing, so that its value is always the same.
        public var isEmpty: Bool { paths.isEmpty && !isDynamic }
    }
}

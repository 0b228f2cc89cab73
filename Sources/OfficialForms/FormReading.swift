public import BudgetPerformance

/// One of the official tables, read into values.
public enum OfficialForm: Sendable, Hashable {
    /// 二级项目支出绩效目标申报表.
    case declaration(Declaration)
    /// 项目支出绩效自评表.
    case selfEvaluation(SelfEvaluation)
}

/// What a careful reader makes of one table in a file: the form, where it stands, and everything that is doubtful.
///
/// Its JSON is the contract that `shenpi forms read FILE… --format json` prints: `source`, `ordinal`, `kind`, the fields of
/// the form, then `notes`, `unplaced` and `lowConfidence` (left out where empty).
public struct FormReading: Sendable, Hashable {
    /// A line that could not be placed: nothing is dropped.
    public struct UnplacedLine: Sendable, Hashable, Codable {
        /// The number of the line in the file, from 1.
        public var line: Int
        /// Its text as found.
        public var text: String

        /// A line that could not be placed.
        public init(line: Int, text: String) {
            self.line = line
            self.text = text
        }
    }

    /// A field whose reading is doubtful.
    public struct DoubtfulField: Sendable, Hashable, Codable {
        /// JSON pointer into the reading, e.g. `/indicators/3/target`.
        public var pointer: String
        /// The numbers of the lines from which it was read, from 1.
        public var lines: [Int]

        /// A doubtful field and its lines.
        public init(pointer: String, lines: [Int]) {
            self.pointer = pointer
            self.lines = lines
        }
    }

    /// The name of the file, without its folder.
    public var source: String
    /// The position of the form in its file, from 1.
    public var ordinal: Int
    /// The form itself.
    public var form: OfficialForm
    /// Headings, template comments and page furniture that belong to no field.
    public var notes: [String]
    /// Lines that could not be placed.
    public var unplaced: [UnplacedLine]
    /// Fields whose reading is doubtful.
    public var lowConfidence: [DoubtfulField]

    /// A reading with all its parts.
    public init(
        source: String, ordinal: Int, form: OfficialForm, notes: [String] = [], unplaced: [UnplacedLine] = [],
        lowConfidence: [DoubtfulField] = []
    ) {
        self.source = source
        self.ordinal = ordinal
        self.form = form
        self.notes = notes
        self.unplaced = unplaced
        self.lowConfidence = lowConfidence
    }
}

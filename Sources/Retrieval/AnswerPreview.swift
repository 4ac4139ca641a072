public import FeatureModel
public import RowFiles
public import StorageAPI
import Synchronization

/// The first rows of an export, kept in memory as the text that would be written.
public final class AnswerPreview: AnswerSink {
    /// The columns of the answer.
    public let columns: [String]
    private let passed: PassedRows
    private let places: [Int]
    private let taken = Mutex<[[String?]]>([])

    /// Makes a preview of the answers to some rows.
    public init(rows: EntityFile, plan: HistoricalPlan) {
        columns = rows.passedColumns + plan.columnNames
        passed = rows.passedRows
        places = plan.answerPlaces
    }

    /// The rows so far; nil is null.
    public var rows: [[String?]] { taken.withLock { $0 } }

    /// Keeps the answers behind their rows.
    public func append(_ answers: [[FeatureValue?]]) throws {
        var rest = answers[...]
        while !rest.isEmpty {
            let rows = passed.take(rest.count)
            guard !rows.isEmpty else { throw AnswerFile.TooManyAnswers() }
            let text = zip(rows, rest).map { cells, answer in
                cells.map(Self.text) + places.map { place in answer[place].map(ValueText.text(of:)) }
            }
            taken.withLock { $0 += text }
            rest = rest.dropFirst(rows.count)
        }
    }

    /// Nothing is to be finished in memory.
    public func finish() -> [String] { [] }

    /// Forgets the rows.
    public func discard() {
        taken.withLock { $0 = [] }
    }

    /// A cell as text; nil for null.
    public static func text(_ cell: RowCell) -> String? {
        switch cell {
        case .null, .value(nil): nil
        case .text(let text), .literal(let text): text
        case .value(.some(let value)): ValueText.text(of: value)
        case .time(let time): time.description
        }
    }
}

public import FeatureModel
import RowFiles
public import StorageAPI
import Synchronization

/// The file of an export: every entity row as it came, and behind it the features.
public final class AnswerFile: AnswerSink {
    /// The retriever answered more rows than were asked.
    struct TooManyAnswers: Error, CustomStringConvertible {
        let description = "the store answered more rows than it was asked; nothing was written"
    }

    private enum Writing {
        case open(RowWriter)
        case ended
    }

    /// The file.
    public let path: String
    private let passed: PassedRows
    private let places: [Int]
    private let writing: Mutex<Writing>

    /// Creates the file under a temporary name.
    ///
    /// - Parameters:
    ///   - path: its name once it is whole; a name ending in `.gz` is written compressed.
    ///   - format: the format to write.
    ///   - overwrites: false refuses to replace a file that is there.
    ///   - rows: the entity rows that will be answered.
    ///   - plan: what is asked.
    /// - Throws: `RowFileError` when the file is there, or cannot be written.
    public init(path: String, format: RowFormat, overwrites: Bool, rows: EntityFile, plan: HistoricalPlan) throws {
        self.path = path
        passed = rows.passedRows
        places = plan.answerPlaces
        writing = Mutex(
            .open(
                try RowWriter(
                    path: path, format: format,
                    columns: rows.passedColumns + plan.columnNames, replacesExisting: overwrites)))
    }

    /// Writes the answers behind their rows.
    public func append(_ answers: [[FeatureValue?]]) throws {
        try writing.withLock { writing in
            guard case .open(let writer) = writing else { return }
            var done = 0
            while done < answers.count {
                let rows = passed.take(answers.count - done)
                guard !rows.isEmpty else { throw TooManyAnswers() }
                for cells in rows {
                    let answer = answers[done]
                    try writer.append(cells + places.map { .value(answer[$0]) })
                    done += 1
                }
            }
        }
    }

    /// Gives the file its name.
    public func finish() throws -> [String] {
        try writing.withLock { writing in
            if case .open(let writer) = writing { try writer.finish() }
            writing = .ended
        }
        return [path]
    }

    /// Removes what was written, unless it is finished.
    public func discard() {
        writing.withLock { $0 = .ended }
    }
}

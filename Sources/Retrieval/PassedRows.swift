import RowFiles
import Synchronization

/// The entity rows that were handed out and not yet answered, with the cells that go unchanged into the answer.
///
/// The reader of the file puts rows in, the writer of the answer takes them out, in the same order; a retriever that
/// reads ahead makes it grow by what it has read ahead, no more.
final class PassedRows: Sendable {
    private struct Waiting: Sendable {
        let batch: RowFiles.RowBatch
        var rows: Range<Int>
    }

    private let waiting = Mutex<[Waiting]>([])
    private let columns: [Int]

    /// - Parameter columns: the positions of the cells that are passed, in the order of the answer.
    init(columns: [Int]) {
        self.columns = columns
    }

    func append(_ batch: RowFiles.RowBatch, rows: Range<Int>) {
        guard !rows.isEmpty else { return }
        waiting.withLock { $0.append(Waiting(batch: batch, rows: rows)) }
    }

    /// Takes the next rows, at most `count`; fewer where a batch ends.
    func take(_ count: Int) -> [[RowCell]] {
        let taken = waiting.withLock { waiting -> Waiting? in
            guard var first = waiting.first else { return nil }
            let rows = first.rows.prefix(count)
            first.rows = rows.upperBound..<first.rows.upperBound
            if first.rows.isEmpty { waiting.removeFirst() } else { waiting[0] = first }
            return Waiting(batch: first.batch, rows: rows)
        }
        guard let taken else { return [] }
        return taken.rows.map { row in columns.map { taken.batch.cell(row: row, column: $0) } }
    }
}

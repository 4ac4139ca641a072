import Dispatch
import Glibc
import Operations

/// Reads the logs of workers, from the end or from a place.
struct LogReader: Sendable {
    /// The most bytes of one answer.
    private static let largestChunk = 1 << 20

    let directory: String

    /// Whole lines of a log; none when it is not there yet.
    ///
    /// - Parameters:
    ///   - name: the job's or export's id.
    ///   - from: where an earlier answer said to go on; nil for the end.
    ///   - maxLines: the most lines to return.
    func read(_ name: String, from: Int64?, maxLines: Int) async throws(OperationError) -> LogChunk {
        let path = "\(directory)/\(name).log"
        let result = await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(
                    returning: Result { () throws(OperationError) in try Self.chunk(path, from, maxLines) })
            }
        }
        return try result.get()
    }

    private static func chunk(_ path: String, _ from: Int64?, _ maxLines: Int) throws(OperationError) -> LogChunk {
        guard let file = fopen(path, "re") else {
            guard errno != ENOENT else { return LogChunk(lines: [], next: 0, skippedBytes: 0) }
            throw OperationError(
                .failed, "\(path) cannot be read: \(String(cString: strerror(errno)))", target: path)
        }
        defer { fclose(file) }
        fseek(file, 0, SEEK_END)
        let size = Int64(ftell(file))
        // A log that was set aside is shorter than the place in it: begin again.
        let wanted = from.map { $0 > size ? 0 : $0 }
        let start = wanted ?? max(0, size - Int64(largestChunk))
        fseek(file, Int(start), SEEK_SET)
        var bytes = [UInt8](repeating: 0, count: Int(min(size - start, Int64(largestChunk))))
        let count = fread(&bytes, 1, bytes.count, file)
        bytes.removeLast(bytes.count - count)
        return wanted == nil ? tail(bytes, at: start, maxLines) : head(bytes, at: start, maxLines)
    }

    /// The last lines; one that is cut off at the front is left out.
    private static func tail(_ bytes: [UInt8], at start: Int64, _ maxLines: Int) -> LogChunk {
        guard let last = bytes.lastIndex(of: 10) else { return LogChunk(lines: [], next: start, skippedBytes: start) }
        let first = start == 0 ? 0 : (bytes.firstIndex(of: 10) ?? 0) + 1
        let lines = first > last ? [] : bytes[first..<last].split(separator: 10, omittingEmptySubsequences: false)
        let shown = lines.suffix(max(0, maxLines))
        let skipped = shown.first.map { start + Int64($0.startIndex) } ?? start
        return LogChunk(lines: shown.map(text), next: start + Int64(last) + 1, skippedBytes: skipped)
    }

    private static func head(_ bytes: [UInt8], at start: Int64, _ maxLines: Int) -> LogChunk {
        var lines: [String] = []
        var index = bytes.startIndex
        while lines.count < maxLines, let end = bytes[index...].firstIndex(of: 10) {
            lines.append(text(bytes[index..<end]))
            index = end + 1
        }
        return LogChunk(lines: lines, next: start + Int64(index), skippedBytes: 0)
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
}

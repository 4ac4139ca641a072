public import FeatureModel
import Glibc
public import Logging

/// Writes a worker's log: a line per entry to standard error, which the launcher has turned to the job's log file.
///
/// `2013-01-01T06:00:00Z warning rows set aside reason="wrong type" rows=3`
public struct WorkerLogHandler: LogHandler {
    /// The least level that is written.
    public var logLevel: Logger.Level
    /// Added to every entry.
    public var metadata: Logger.Metadata = [:]
    private let wallClock: @Sendable () -> Timestamp
    private let isRotating: Bool

    /// Makes a handler.
    ///
    /// - Parameter isRotating: true to set a log file aside that has grown too large; see ``WorkerLogRotation``.
    public init(
        logLevel: Logger.Level = .info, isRotating: Bool = false, wallClock: @escaping @Sendable () -> Timestamp
    ) {
        self.logLevel = logLevel
        self.isRotating = isRotating
        self.wallClock = wallClock
    }

    /// Reads or changes what is added to every entry.
    public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    /// Writes an entry, whole, in one call.
    public func log(event: LogEvent) {
        var line = "\(wallClock()) \(event.level) \(Self.escaped(event.message.description))"
        let all = metadata.merging(event.metadata ?? [:]) { $1 }
        for (key, value) in all.sorted(by: { $0.key < $1.key }) { line += " \(key)=\(Self.quoted("\(value)"))" }
        line += "\n"
        if isRotating { WorkerLogRotation.rotate(STDERR_FILENO, twin: STDOUT_FILENO) }
        _ = line.withUTF8 { write(2, $0.baseAddress, $0.count) }
    }

    private static func quoted(_ text: String) -> String {
        let isPlain = !text.isEmpty && text.utf8.allSatisfy { $0 > 32 && $0 < 127 && $0 != 34 }
        return isPlain ? text : "\"\(escaped(text).replacing("\"", with: "\\\""))\""
    }

    /// One entry is one line, whatever is in it.
    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            if scalar.value < 32 || scalar.value == 127 {
                result += "\\u{\(String(scalar.value, radix: 16))}"
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}

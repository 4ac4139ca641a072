public import FeatureModel

/// What went wrong with a store or a source, in a form that code can act on and a person can read.
///
/// Connectors classify their native errors into this one type; services decide what follows; screens tell. It never
/// holds a value of a row nor a secret. Absence and partial failure are values, not errors.
public struct StoreError: Error, Sendable, Equatable {
    /// The kind of failure; a closed set.
    public enum Code: String, Sendable, CaseIterable {
        /// Cannot be reached: refused, reset, gone.
        case unavailable
        /// No answer within the time allowed.
        case timedOut = "timed out"
        /// Answers that it has too much to do, or has no room.
        case throttled
        /// Refused the credentials or the right.
        case denied
        /// The settings cannot work.
        case misconfigured
        /// Understood the request and refused it.
        case rejected
        /// Cannot do this at all.
        case unsupported
        /// Holds something that cannot be read, or is damaged.
        case corrupted
        /// Was asked to stop.
        case cancelled
        /// Anything that no other code fits.
        case unexpected
    }

    /// Whether trying again can help.
    public enum Recovery: String, Sendable {
        /// The same request may succeed later.
        case transient
        /// The same request will fail again.
        case permanent
        /// It was transient, and all attempts are used up.
        case exhausted
    }

    /// The kind of failure.
    public let code: Code
    /// Whether trying again can help.
    public var recovery: Recovery
    /// What was being done, as a verb phrase: `write rows`, `connect`.
    public let operation: String
    /// The connector's type name.
    public let connector: String
    /// The store's or source's name, where it has one.
    public var store: StoreName?
    /// What is wrong, in one sentence that says what to do; without values and secrets.
    public let message: String
    /// More facts (host, port, path, SQLite's code), in the order worth reading.
    public let context: [String: String]

    /// Makes an error.
    public init(
        _ code: Code, recovery: Recovery, operation: String, connector: String, store: StoreName? = nil,
        message: String, context: [String: String] = [:]
    ) {
        self.code = code
        self.recovery = recovery
        self.operation = operation
        self.connector = connector
        self.store = store
        self.message = message
        self.context = context
    }
}

extension StoreError: CustomStringConvertible {
    /// One sentence a person can act on.
    public var description: String {
        let place = store.map { "store \($0)" } ?? connector
        let facts = context.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
        return "\(place): cannot \(operation) (\(code.rawValue)): \(message)" + (facts.isEmpty ? "" : " [\(facts)]")
    }
}

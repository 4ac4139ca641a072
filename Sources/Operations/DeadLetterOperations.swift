public import FeatureModel

/// What a door may ask about dead letters: those of the job-state database and those that stores keep, together.
public struct DeadLetterOperations: Sendable {
    /// Groups, most numerous first.
    public var groups: @Sendable (DeadLetterQuery) async throws(OperationError) -> [DeadLetterGroup]
    /// A page of letters, newest first.
    public var list:
        @Sendable (DeadLetterQuery, _ limit: Int, _ offset: Int) async throws(OperationError) -> DeadLetterPage
    /// One letter.
    public var get: @Sendable (DeadLetterID) async throws(OperationError) -> DeadLetter
    /// A letter's payload, decoded as far as it can be.
    public var decode: @Sendable (DeadLetter) -> DecodedPayload
    /// Produces the payloads to their source again.
    public var replay: @Sendable (DeadLetterQuery, ReplayMode) async throws(OperationError) -> [OrderOutcome]
    /// Forgets letters for good and says how many.
    public var discard: @Sendable (DeadLetterQuery) async throws(OperationError) -> Int64

    /// Makes the operations.
    public init(
        groups: @escaping @Sendable (DeadLetterQuery) async throws(OperationError) -> [DeadLetterGroup],
        list: @escaping @Sendable (DeadLetterQuery, Int, Int) async throws(OperationError) -> DeadLetterPage,
        get: @escaping @Sendable (DeadLetterID) async throws(OperationError) -> DeadLetter,
        decode: @escaping @Sendable (DeadLetter) -> DecodedPayload,
        replay: @escaping @Sendable (DeadLetterQuery, ReplayMode) async throws(OperationError) -> [OrderOutcome],
        discard: @escaping @Sendable (DeadLetterQuery) async throws(OperationError) -> Int64
    ) {
        self.groups = groups
        self.list = list
        self.get = get
        self.decode = decode
        self.replay = replay
        self.discard = discard
    }
}

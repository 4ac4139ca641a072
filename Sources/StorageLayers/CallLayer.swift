public import StorageAPI

/// Behaviour around every call of a plug: trying again, limits in time, counting, faults for tests.
///
/// **Order.** Layers are written outermost first. Right: `[Metering, Retrying, TimingOut]`. Every attempt has its own
/// limit in time, a late attempt is tried again, and what is counted is what the caller saw. Wrong:
/// `[TimingOut, Retrying]`, where all attempts and the pauses between them share one limit, so that a patient policy
/// never gets to its second attempt; and `[Retrying, Metering]`, where one request that was tried four times counts
/// as four. ``Faulty`` stands innermost, in place of a store that fails.
///
/// **Cancellation** passes through: no layer turns it into a failure, and none tries again after it.
public protocol CallLayer: Sendable {
    /// Does the work once, several times or not at all, and answers for it.
    ///
    /// - Parameters:
    ///   - call: what the work is.
    ///   - work: the call of the plug, or of the next layer. Safe to do again.
    func perform<Answer: Sendable>(
        _ call: StoreCall, _ work: @escaping @Sendable () async throws(StoreError) -> Answer
    ) async throws(StoreError) -> Answer
}

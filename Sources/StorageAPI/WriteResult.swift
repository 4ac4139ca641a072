/// A store's answer for every row of a batch.
public struct WriteResult: Sendable, Hashable {
    /// How many rows it has answered for with success. A row that an equal or newer one already superseded counts here.
    public let accepted: Int
    /// The rows it did not take, in ascending order of their index. `accepted + failed.count` is the batch's size.
    public let failed: [FailedElement]

    /// Makes a result.
    public init(accepted: Int, failed: [FailedElement] = []) {
        self.accepted = accepted
        self.failed = failed
    }
}

/// The requests of one call: one key and one reply each.
struct ClusterRequests<Answer: Sendable>: Sendable {
    /// The slot of every request.
    let slots: [Int]
    /// True where requests call a script, whose text a server may turn out not to have.
    var haveScript = false
    /// Writes down the request of an index; `withScript` says that a script's text goes along.
    let write: @Sendable (_ index: Int, _ withScript: Bool, inout RequestBuffer) -> Void
    /// Reads the reply to the request of an index, refusals included. Throws where it has another shape, for then the
    /// replies behind it may be other requests'.
    let read: @Sendable (_ index: Int, ReplyView) throws(RedisFault) -> Answer
}

/// How a conversation begins: requests that can be written down by whoever asks for it, before it has its turn.
struct ConversationOpening {
    /// How many requests there are; what does not fit into the window is left to the conversation.
    let count: Int
    /// Writes down the request of an index, with exactly one reply.
    let write: (Int, inout RequestBuffer) -> Void

    /// True where the conversation asks for one reply and no more.
    var isOneRequest: Bool { count == 1 }
}

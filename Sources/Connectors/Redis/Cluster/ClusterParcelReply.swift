/// What a node said to one request.
enum ClusterParcelReply<Answer: Sendable>: Sendable {
    case answered(Answer)
    case redirected(ClusterRedirection)
    /// The node does not have the script.
    case withoutScript(ServerRefusal)
}

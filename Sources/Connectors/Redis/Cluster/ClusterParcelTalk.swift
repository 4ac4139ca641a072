/// The conversation in which a node is given a parcel of requests.
struct ClusterParcelTalk<Answer: Sendable>: Sendable {
    let parcel: ClusterRouting.Parcel
    let requests: ClusterRequests<Answer>

    /// How the conversation begins; nil where requests are preceded by `ASKING`, or may have to be sent again with a script.
    var opening: ConversationOpening? {
        guard !parcel.isAsking, !requests.haveScript else { return nil }
        return ConversationOpening(count: parcel.requests.count) { index, buffer in
            requests.write(parcel.requests[index], false, &buffer)
        }
    }

    /// Sends the parcel, several requests under way at once. Blocks.
    ///
    /// - Returns: a reply per request of the parcel, in its order.
    func hold(on session: RedisSession) throws(RedisFault) -> [ClusterParcelReply<Answer>] {
        var replies = try send(Array(parcel.requests.indices), textFirst: false, on: session)
        let open = replies.indices.filter { place in
            if case .withoutScript = replies[place] { true } else { false }
        }
        // The first of them brings the script's text; the node has it for those behind.
        let again = try send(open, textFirst: true, on: session)
        for (place, reply) in zip(open, again) { replies[place] = reply }
        return replies
    }

    private func send(
        _ places: [Int], textFirst: Bool, on session: RedisSession
    ) throws(RedisFault) -> [ClusterParcelReply<Answer>] {
        // `ASKING` holds for the one request behind it, and has a reply of its own.
        let lead = parcel.isAsking ? 1 : 0
        let total = places.count * (1 + lead)
        var replies: [ClusterParcelReply<Answer>] = []
        replies.reserveCapacity(places.count)
        var misfit: RedisFault?
        try session.pipeline(window: RedisSession.Window.smallRequests) { index, buffer in
            guard index < total else { return false }
            if lead == 1, index.isMultiple(of: 2) {
                buffer.request("ASKING")
            } else {
                let place = index / (1 + lead)
                requests.write(parcel.requests[places[place]], textFirst && place == 0, &buffer)
            }
            return true
        } receive: { index, reply in
            if lead == 1, index.isMultiple(of: 2) { return }
            guard misfit == nil else { return }
            do throws(RedisFault) {
                replies.append(try read(reply, to: parcel.requests[places[replies.count]]))
            } catch {
                misfit = error
            }
        }
        if let misfit { throw misfit }
        return replies
    }

    private func read(_ reply: ReplyView, to request: Int) throws(RedisFault) -> ClusterParcelReply<Answer> {
        if case .error(let text) = reply.content {
            if let redirection = ClusterRedirection(text, asked: parcel.node) { return .redirected(redirection) }
            let refusal = ServerRefusal(serverText: text)
            if refusal.isMissingScript { return .withoutScript(refusal) }
        }
        return .answered(try requests.read(request, reply))
    }
}

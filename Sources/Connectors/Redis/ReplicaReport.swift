/// What a primary tells of one of its replicas, read from a line of `INFO`:
/// `slave0:ip=127.0.0.1,port=6380,state=online,offset=98,lag=0`.
struct ReplicaReport: Sendable, Equatable {
    let host: String?
    let port: Int?
    let isOnline: Bool
    /// How far it has come, in bytes of the primary's stream of changes.
    let offset: Int64?

    init(_ line: String) {
        var values: [Substring: Substring] = [:]
        for pair in line.split(separator: ",") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            if parts.count == 2 { values[parts[0]] = parts[1] }
        }
        host = values["ip"].map(String.init)
        port = values["port"].flatMap { Int($0) }
        isOnline = values["state"] == "online"
        offset = ServerCount.read(values["offset"])
    }
}

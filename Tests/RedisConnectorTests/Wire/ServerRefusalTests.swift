import StorageAPI
import Testing

@testable import RedisConnector

@Suite struct ServerRefusalTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let code: StoreError.Code
        let recovery: StoreError.Recovery
        var scope = ServerRefusal.Scope.store

        init(
            _ text: String, _ code: StoreError.Code, _ recovery: StoreError.Recovery,
            _ scope: ServerRefusal.Scope = .store
        ) {
            testDescription = text
            self.code = code
            self.recovery = recovery
            self.scope = scope
        }
    }

    /// The server's own sentences, of Redis 5 to 7.
    static let cases = [
        Case("OOM command not allowed when used memory > 'maxmemory'.", .throttled, .transient),
        Case("MISCONF Redis is configured to save RDB snapshots, but it's unable to", .unavailable, .transient),
        Case("ERR max number of clients reached", .throttled, .transient),
        Case("BUSY Redis is busy running a script.", .throttled, .transient),
        Case("UNKILLABLE Sorry the script already executed write commands", .throttled, .transient),
        Case("NOAUTH Authentication required.", .denied, .permanent),
        Case("WRONGPASS invalid username-password pair or user is disabled.", .denied, .permanent),
        Case("ERR invalid password", .denied, .permanent),
        Case("NOPERM this user has no permissions to run the 'set' command", .denied, .permanent),
        Case(
            "ERR The user executing the script can't run this command or subcommand", .denied, .permanent),
        Case("DENIED Redis is running in protected mode", .denied, .permanent),
        Case("ERR AUTH <password> called without any password configured", .misconfigured, .permanent),
        Case("ERR Client sent AUTH, but no password is set", .misconfigured, .permanent),
        Case("ERR wrong number of arguments for 'auth' command", .misconfigured, .permanent),
        Case("LOADING Redis is loading the dataset in memory", .unavailable, .transient),
        Case("READONLY You can't write against a read only replica.", .unavailable, .transient),
        Case("MASTERDOWN Link with MASTER is down", .unavailable, .transient),
        Case("NOREPLICAS Not enough good replicas to write.", .unavailable, .transient),
        Case("NOSCRIPT No matching script. Please use EVAL.", .unexpected, .transient),
        Case("CLUSTERDOWN The cluster is down", .unavailable, .transient),
        Case("TRYAGAIN Multiple keys request during rehashing of slot", .throttled, .transient),
        Case("MOVED 3999 127.0.0.1:6381", .misconfigured, .permanent),
        Case("ASK 3999 127.0.0.1:6381", .misconfigured, .permanent),
        Case("CROSSSLOT Keys in request don't hash to the same slot", .misconfigured, .permanent),
        Case("ERR SELECT is not allowed in cluster mode", .misconfigured, .permanent),
        Case("ERR This instance has cluster support disabled", .misconfigured, .permanent),
        Case("ERR Unknown subcommand or wrong number of arguments for 'SHARDS'", .unsupported, .permanent),
        Case("ERR unknown subcommand 'SHARDS'. Try CLUSTER HELP.", .unsupported, .permanent),
        Case("WRONGTYPE Operation against a key holding the wrong kind of value", .rejected, .permanent, .row),
        Case("ERR string exceeds maximum allowed size (proto-max-bulk-len)", .rejected, .permanent, .row),
        Case("ERR DB index is out of range", .misconfigured, .permanent),
        Case("ERR invalid DB index", .misconfigured, .permanent),
        Case("ERR unknown command 'EVALSHA', with args beginning with: 'a'", .unsupported, .permanent),
        Case("ERR Protocol error: invalid bulk length", .rejected, .permanent),
        Case("NOPROTO unsupported protocol version", .unsupported, .permanent),
        Case("ERR something that nobody has thought of", .rejected, .permanent),
    ]

    @Test("every refusal has its code", arguments: cases)
    func classified(_ refused: Case) {
        var text = refused.testDescription
        let refusal = text.withUTF8 { ServerRefusal(serverText: UnsafeRawBufferPointer($0)) }
        #expect(refusal.code == refused.code)
        #expect(refusal.recovery == refused.recovery)
        #expect(refusal.scope == refused.scope)
    }

    @Test("every entry of the table has a case here")
    func complete() {
        for entry in ServerRefusalTable.entries {
            #expect(Self.cases.contains { $0.testDescription.hasPrefix(entry.prefix) }, "\(entry.prefix)")
        }
    }

    @Test("an error that a script caught is the same error, as any Redis puts it")
    func caught() {
        for text in ["OOM command", "-OOM command", "@user_script: 12: -OOM command not allowed"] {
            var text = text
            let refusal = text.withUTF8 { ServerRefusal(caughtByScript: UnsafeRawBufferPointer($0)) }
            #expect(refusal.word == "OOM")
            #expect(refusal.code == .throttled)
        }
    }

    @Test("nothing of the server's text but its first word is repeated")
    func silence() {
        var text = "SECRETIVE unknown 'hunter2' \u{1b}[31m"
        let refusal = text.withUTF8 { ServerRefusal(serverText: UnsafeRawBufferPointer($0)) }
        #expect(refusal.message.contains("SECRETIVE"))
        #expect(!refusal.message.contains("hunter2"))
        #expect(!refusal.message.contains("\u{1b}"))
    }
}

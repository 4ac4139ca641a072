import ArgumentParser
import Testing

@testable import larder

@Suite("Arguments of every command")
struct LarderCommandTests {
    private static let lines = [
        "demo --fresh --workspace /tmp/x", "init /tmp/x --yes", "connectors list -o json",
        "connectors get REDIS -o yaml",
        "stores list --sort name:desc --filter state:up --limit 3 --no-headers", "stores list --watch",
        "stores list --watch=5s", "stores get online -o jsonl", "stores apply -f - --dry-run --yes",
        "stores delete spare --yes --read-only", "stores check online", "projects list -o name",
        "projects create nyc --yes", "projects archive nyc -y", "feature-sets list --project nyc --columns name,status",
        "fs get nyc/weather", "feature-sets apply --file sets.yaml",
        "ingest rows.csv.gz --feature-set nyc/weather --wait --timeout 30s --timestamp-column at --format csv",
        "ingest rows.jsonl --feature-set weather --timestamp-unit ms --assume-utc --again",
        "jobs list --active --store s",
        "jobs get j", "jobs start --store online --source LOCAL --yes", "jobs stop a b --yes", "jobs restart a",
        "jobs suspend a b --yes",
        "jobs resume a",
        "jobs logs j --follow --tail 5", "jobs history j", "jobs reconcile --yes",
        "online get origin=EWR carrier=UA --features weather:*,temp --features x --at 2013-02-01T00:00:00Z",
        "online get --keys keys.csv --features temp --store online -o csv", "online why origin=EWR --feature temp",
        "exports start --rows r.csv --features a,b --out o.csv --store h --format jsonl --wait --timeout 1m --yes",
        "exports list --watch 1s", "exports get e", "exports wait e --timeout 5s", "exports cancel e --yes",
        "exports repeat e --out other.csv --wait", "dead-letters list --group reason",
        "dead-letters list --store online --since 2013-01-01T00:00:00Z", "dead-letters get d",
        "dead-letters replay a b --dry-run", "dead-letters replay --all --yes",
        "dead-letters discard --feature-set nyc/weather --yes", "worker --job j --workspace /tmp/x",
        "worker --export e", "worker --job j --metrics 127.0.0.1:9464", "worker --job j --metrics [::1]:9464",
        "themes list", "themes check t.yaml -o json", "themes preview dusk --color always", "keys -o json",
        "config show", "config validate", "config path", "doctor -o json --quiet", "version -o json", "schema",
        "schema Job", "--theme dusk --read-only",
    ]

    @Test("every line is understood", arguments: lines)
    func understood(_ line: String) throws {
        _ = try Larder.parseAsRoot(line.split(separator: " ").map(String.init))
    }

    @Test(
        "a wrong line is a usage error",
        arguments: [
            "nosuch", "stores nosuch", "stores get", "stores list --nosuch", "online get --features",
            "online get a=b", "ingest x.csv", "exports start --rows r.csv", "jobs stop", "worker", "stores list -o xml",
            "worker --job a --export b", "worker --job a --metrics 9464", "worker --job a --metrics host:x",
            "worker --export b --metrics localhost:9464", "stores list --watch=1ms", "exports wait e --timeout soon",
            "ingest x --feature-set s --format avro", "completion bash", "serve",
        ])
    func wrong(_ line: String) {
        let error = #expect(throws: (any Error).self) {
            _ = try Larder.parseAsRoot(line.split(separator: " ").map(String.init))
        }
        #expect(error.map { Larder.exitCode(for: $0) } == .validationFailure)
    }

    @Test("help lists what exists, and nothing else")
    func help() {
        let help = Larder.helpMessage()
        for word in ["demo", "init", "stores", "feature-sets", "online", "exports", "dead-letters", "schema"] {
            #expect(help.contains(word))
        }
        for word in ["completion", "serve", "wiring", "entities", "status"] {
            #expect(!help.contains("  \(word) "), "\(word)")
        }
    }

    @Test("the form of data is found in arguments that cannot be understood")
    func formatOfWrongLines() {
        #expect(OutputFormat.named(in: ["stores", "nosuch", "-o", "json"]) == .json)
        #expect(OutputFormat.named(in: ["stores", "--output=jsonl"]) == .jsonl)
        #expect(OutputFormat.named(in: ["stores", "-o"]) == nil)
        #expect(OutputFormat.named(in: ["stores"]) == nil)
    }

    @Test("the time between two questions and the span of a wait are read")
    func spans() throws {
        let list = try #require(try Larder.parseAsRoot(["jobs", "list", "--watch"]) as? JobsList)
        #expect(list.watchOptions.watch == TimeSpan(seconds: 2))
        let other = try #require(try Larder.parseAsRoot(["jobs", "list", "--watch=500ms"]) as? JobsList)
        #expect(other.watchOptions.watch?.duration == .milliseconds(500))
        let wait = try #require(try Larder.parseAsRoot(["exports", "wait", "e", "--timeout", "5m"]) as? ExportsWait)
        #expect(wait.timeout?.duration == .seconds(300))
    }
}

import CRdKafka
import Glibc

/// A Kafka cluster without Kafka, on free loopback ports, as a process of its own: librdkafka's mock cluster.
///
/// `KafkaMockBroker BROKERS` prints `READY HOST:PORT,…` and then obeys one command per line, each answered with `ok`
/// or `failed REASON`. It ends with its standard input, so that it never outlives the test that started it.
@main
enum KafkaMockBroker {
    static func main() {
        let brokers = CommandLine.arguments.dropFirst().first.flatMap { Int32($0) } ?? 1
        guard let cluster = MockCluster(brokers: brokers) else { return say("FAILED") }
        say("READY \(cluster.endpoints)")
        while let line = readLine() {
            let words = line.split(separator: " ").map(String.init)
            if words == ["quit"] { break }
            say(cluster.obey(words).map { "failed \($0)" } ?? "ok")
        }
        cluster.end()
    }

    private static func say(_ line: String) {
        print(line)
        fflush(nil)
    }
}

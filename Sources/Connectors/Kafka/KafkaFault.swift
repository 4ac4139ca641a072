/// What went wrong underneath.
enum KafkaFault: Error, Equatable {
    /// A request was refused, by a broker or by librdkafka.
    case refused(KafkaCode)
    /// Nobody answered in time; the trouble that connecting came to, where it is known.
    case unanswered(KafkaCode?)
    /// The topic is not there.
    case missingTopic
    /// A setting was not taken.
    case setting(String)
    /// The client did not start; why, without secrets.
    case notStarted(String)
    /// Rows were not taken.
    case undelivered(UndeliveredRows)
    /// The caller's task was cancelled.
    case cancelled
    /// The plug was closed before.
    case closed
}

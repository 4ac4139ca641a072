import ConsoleKit
import FeatureModel
import Operations

extension WhyStep.Target {
    /// The view that shows it.
    var route: Route {
        switch self {
        case .featureSet(let set): Route("set", [set.description])
        case .store(let name): Route("store", [name.rawValue])
        case .job(let id): Route("job", [id.rawValue])
        case .deadLetters(let query): Route("dead", query.words)
        }
    }
}

import Documents
import FeatureModel
import StorageAPI

/// Sources are written down with feature sets and jobs, so that a secret of theirs may only be named, never be there.
enum SourceSecrets {
    static let message = "a source's secret must be ${VAR} alone, since sources are kept in the job-state database"
    static let hint = "put the secret into an environment variable and write ${ITS_NAME}"

    /// The first secret setting whose value stands in the definition; nil where none does.
    static func exposed(of card: ConnectorCard, in kept: SourceDefinition) -> String? {
        card.settings.filter(\.isSecret).map(\.key).first { key in
            kept.config[key].map { !VariableText($0).isVariableAlone } ?? false
        }
    }
}

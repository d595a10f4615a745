# Reads test reports (trx) and prints a line a test: outcome, name, message, with tabs between.
# Works record by record: a result runs to the next one, its attributes stand in its first tag.
BEGIN { RS = "<UnitTestResult "; OFS = "\t" }

function attribute(name) {
    return match($0, " " name "=\"[^\"]*\"") ? text(substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4)) : ""
}

function text(raw) {
    gsub(/&#x[DdAa9];|[\t\r\n]+/, " ", raw)
    gsub(/&lt;/, "<", raw)
    gsub(/&gt;/, ">", raw)
    gsub(/&quot;/, "\"", raw)
    gsub(/&apos;/, "'", raw)
    gsub(/&amp;/, "\\&", raw)
    return raw
}

# What stands before the first result of a file is its head, which names no test.
{ $0 = " " $0 }
attribute("testId") == "" || attribute("outcome") == "" { next }
{
    result = $0
    sub(/<\/UnitTestResult>.*/, "", result)
    message = match(result, /<Message>[^<]*/) ? text(substr(result, RSTART + 9, RLENGTH - 9)) : ""
    print attribute("outcome"), attribute("testName"), message
}

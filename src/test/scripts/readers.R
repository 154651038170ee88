# Prints table, column and class as read.csv finds them, and the number of rows.
folder <- commandArgs(trailingOnly = TRUE)[1]
for (file in list.files(folder, pattern = "^(runs|quarters|events|timings)[.]csv$")) {
    table <- read.csv(file.path(folder, file))
    for (column in names(table)) {
        kind <- class(table[[column]])
        cat(sub("[.]csv$", "", file), ",", column, ",", kind, ",", nrow(table), "\n", sep = "")
    }
}

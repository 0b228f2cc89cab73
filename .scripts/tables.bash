# Shared by the scripts that need many cases: tables of a fictitious unit, in our own wording, that no validator minds.
# Source it after setting `binary`.
# shellcheck shell=bash disable=SC2154

make_tables() { # COUNT FOLDER: declarations of 2025 as an export prints them, forms-*.txt with five hundred in each
    awk -v count="$1" -v folder="$2" 'BEGIN {
        split("社区书屋 口袋公园 老旧路灯 健身器材 应急广播 河涌保洁 窗口叫号 档案数字化", what, " ")
        split("更新 养护 巡检 补充", how, " ")
        for (i = 1; i <= count; i++) {
            file = sprintf("%s/forms-%03d.txt", folder, int((i - 1) / 500) + 1)
            name = sprintf("%s%s（第%d片区）", what[i % 8 + 1], how[i % 4 + 1], i)
            amount = 1000 + i % 3000
            print "二级项目支出绩效目标申报表\n" >file
            printf "项目编码：\t440399250610100%06d\t项目名称：\t%s\t\n", i, name >file
            print "申请单位：\t云澜区公共设施服务站\t一级预算单位：\t云澜区城市管理局\t" >file
            print "实施期限：\t3\t项目类型：\t31 履职类项目\t\n是否新增项目：\t是\t分配方式：\t因素法和项目法\t" >file
            printf "项目总金额（中期规划，万元）：\t%.2f\t本年度项目金额（万元）：\t%.2f\t\n", 3 * amount / 100, amount / 100 >file
            print "政策依据：\t云澜区公共设施管护三年安排。\t\t\n测算依据：\t按片区设施数量和近年单价测算。\t\t" >file
            print "年度目标：\t按计划完成本片区的年度工作，居民反映的问题得到及时处理。\t\t" >file
            print "长期目标（跨度多年的项目需填）：\t让片区设施保持完好，形成稳定的管护办法。\t\t" >file
            print "一级指标\t二级指标\t三级指标\t指标值\t指标解释" >file
            printf "产出指标\t*数量指标\t完成处数\t≥%d处\t考察当年实际完成的处数\n", 10 + i % 90 >file
            print "产出指标\t*质量指标\t验收合格率\t≥95%\t考察一次验收合格的比例" >file
            print "产出指标\t*时效指标\t完成时间\t2025年11月底前\t考察最后一处完成的时间" >file
            print "产出指标\t*成本指标\t成本控制率\t≤100%\t考察实际支出占预算的比例" >file
            print "效益指标\t经济效益指标\t不适用\t不适用\t不适用" >file
            printf "效益指标\t*社会效益指标\t服务居民户数\t≥%d户\t考察片区内受益的户数\n", 200 + i % 500 >file
            print "效益指标\t生态效益指标\t不适用\t不适用\t不适用\n效益指标\t可持续影响指标\t不适用\t不适用\t不适用" >file
            print "满意度指标\t*服务对象满意度指标\t居民满意度\t≥90%\t考察回访中表示满意的比例" >file
            print "满意度指标\t其他满意度指标\t不适用\t不适用\t不适用\n\n" >file
        }
    }'
}

case_numbers() { # FIRST LAST: the cases that these tables become, one to a line
    local i
    for ((i = $1; i <= $2; i++)); do printf '440399250610100%06d-2025\n' "$i"; done
}

make_station() { # the data folder with the unit of these tables, its clerk and two who may approve
    {
        "$binary" init --allow-asserted-identity
        "$binary" unit add finance --name 云澜区财政局 --kind finance-bureau
        "$binary" unit add bureau --name 云澜区城市管理局 --kind primary-budget-unit --parent finance
        "$binary" unit add station --name 云澜区公共设施服务站 --parent bureau
        "$binary" user add clerk --name 林静
        "$binary" user grant clerk applicant --unit station
        "$binary" user add head --name 许岩
        "$binary" user grant head supervisor --unit bureau
        "$binary" user add deputy --name 邓可
        "$binary" user grant deputy supervisor --unit bureau
    } >/dev/null
}

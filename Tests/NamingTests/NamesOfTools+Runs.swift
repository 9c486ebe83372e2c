/// Names of runs, as sweepers, loggers, clusters and people make them.
extension NamesOfTools {
  /// transformer_lens.
  static let transformerLens = """
    blocks.4.hook_resid_post.npy | layer blocks.4.hook_resid_post
    blocks.0.attn.hook_z.npy | layer blocks.0.attn.hook_z
    ln_final.hook_normalized.npy | ln_final.hook_normalized
    gpt2-small/blocks.11.hook_mlp_out.npy | gpt2-small | layer blocks.11.hook_mlp_out
    hook_embed.npy | hook_embed
    """

  /// Hydra.
  static let hydra = """
    optimizer.lr=0.1,model=resnet18,seed=1/epoch_5.npy \
    | optimizer.lr=0.1,model=resnet18,seed=1 | epoch 5 | seed 1 | model=resnet18 | optimizer.lr=0.1
    +experiment=base,model.dims=[512,256],lr=1e-3/epoch_5.npy \
    | experiment=base,model.dims=[512,256],lr=1e-3 | epoch 5 | experiment=base | lr=0.001 | model.dims=[512,256]
    multirun/2024-03-05/10-11-12/0/features.npy | multirun | noise 2024-03-05 | noise 10-11-12 | noise 0
    multirun/2024-03-05/10-11-12/3_lr=0.1,seed=2/features.npy \
    | multirun/3_lr=0.1,seed=2 | seed 2 | lr=0.1 | noise 2024-03-05 | noise 10-11-12
    outputs/2024-03-05/10-11-12/features_epoch_3.npy | outputs | epoch 3 | noise 2024-03-05 | noise 10-11-12
    logs/train/multiruns/2024-03-05_10-11-12/7/features/epoch_005.npy \
    | logs/train/multiruns/features | epoch 5 | noise 2024-03-05_10-11-12 | noise 7
    model=vit_small,lr=3e-4,tau=.99,bs=1_024/epoch_5.npy \
    | model=vit_small,lr=3e-4,tau=.99,bs=1_024 | epoch 5 | bs=1024 | lr=0.0003 | model=vit_small | tau=0.99
    lr=3e-4,bs=1_024/features.npy | lr=3e-4,bs=1_024 | bs=1024 | lr=0.0003
    data=cifar10,model=resnet18,trainer.max_epochs=100/last.npy \
    | data=cifar10,model=resnet18,trainer.max_epochs=100 | moment last | data=cifar10 | model=resnet18 | trainer.max_epochs=100
    model.pretrained=true,seed=3/feats.npy | model.pretrained=true,seed=3 | seed 3 | model.pretrained=true
    ~callbacks,seed=3,model=mlp/feats.npy | callbacks,seed=3,model=mlp | seed 3 | model=mlp
    """

  /// Lightning.
  static let lightning = """
    epoch=09-val_loss=0.32.npy | epoch 9 | metric val_loss=0.32
    epoch=19-val_loss=0.28-v1.npy | epoch 19 | metric val_loss=0.28 | noise v1
    epoch=3-step=1000.npy | epoch 3 | step 1000
    last.npy | moment last
    last-v2.npy | moment last | noise v2
    lightning_logs/version_0/features_epoch_001.npy | lightning_logs | epoch 1 | noise version_0
    lightning_logs/version_12/checkpoints/epoch=4-step=500.npy \
    | lightning_logs/checkpoints | epoch 4 | step 500 | noise version_12
    sample-mnist-epoch=02-val_loss=0.32.npy | sample-mnist | epoch 2 | metric val_loss=0.32
    epoch=9-val_acc=0.91-train_loss=0.10.npy | epoch 9 | metric train_loss=0.1 | metric val_acc=0.91
    csv_logs/version_3/features_epoch=0-step=16.npy | csv_logs | epoch 0 | step 16 | noise version_3
    epoch_05_val_loss_0.31.npy | epoch 5 | metric val_loss=0.31
    best-checkpoint.npy | moment best
    epoch=5-step=600-val_acc=0.713.npy | epoch 5 | step 600 | metric val_acc=0.713
    lr=0.1_seed=2/epoch=9-val_loss=0.32.npy | lr=0.1_seed=2 | epoch 9 | seed 2 | lr=0.1 | metric val_loss=0.32
    """

  /// Slurm, clusters.
  static let clusters = """
    slurm_4711/features.npy | noise slurm_4711
    slurm-4711_3/features.npy | 3 | noise slurm-4711
    job_123456/features.npy | noise job_123456
    results_4711_gpu_0/features.npy | results_4711 | results=4711 | rank gpu_0
    run_20240305_123000_pid4242/features.npy | noise run_20240305_123000 | noise pid4242
    resnet50_job4711_seed3/features.npy | resnet50_seed3 | seed 3 | noise job4711
    features_rank0.npy | rank rank0
    feats_rank_3.npy | rank rank_3
    embeddings_gpu1.npy | rank gpu1
    worker0_feats.npy | rank worker0
    """

  /// Weights & Biases, trackers.
  static let trackers = """
    wandb/run-20261201_034003-ab12cd34/files/features_epoch_1.npy \
    | wandb/files | epoch 1 | noise run-20261201_034003-ab12cd34
    wandb/offline-run-20261201_034001-euwhfrfy/files/features.npy \
    | wandb/files | noise offline-run-20261201_034001-euwhfrfy
    mlruns/0/0123456789abcdef0123456789abcdef/artifacts/features.npy \
    | mlruns/artifacts | noise 0 | noise 0123456789abcdef0123456789abcdef
    runs/Mar05_12-30-00_node1/features.npy | runs/node1 | noise Mar05_12-30-00
    runs/20261201/034028/096a01e47435/features_epoch_1.npy \
    | runs | epoch 1 | noise 20261201 | noise 034028 | noise 096a01e47435
    550e8400-e29b-41d4-a716-446655440000/features.npy | noise 550e8400-e29b-41d4-a716-446655440000
    ray_results/train_fn_d3a1b_00000_0_lr=0.1,bs=32_2024-03-05_12-30-00/checkpoint_000010/feats.npy \
    | ray_results/train_fn_d3a1b_00000_0_lr=0.1,bs=32 | step 10 | bs=32 | lr=0.1 | noise 2024-03-05_12-30-00
    sacred/17/features_epoch_3.npy | sacred/17 | epoch 3
    exp_2024-03-05/feats.npy | exp | noise 2024-03-05
    trial_7/features.npy | noise trial_7
    """

  /// mmlab, DeepSpeed, DINO, MAE, MoCo, SwAV.
  static let vision = """
    iter_40000.npy | step 40000
    epoch_12.npy | epoch 12
    best_coco_bbox_mAP_epoch_10.npy | coco_bbox_mAP | epoch 10 | moment best
    global_step1000/features.npy | step 1000
    checkpoint0080.npy | step 80
    checkpoint-399.npy | step 399
    checkpoint_0199.npy | step 199
    ckp-99.npy | step 99
    dino_vits16/trainfeat.npy | dino_vits16 | split train
    dino_vitb8/testfeat.npy | dino_vitb8 | split test
    dino_deitsmall16_pretrain/trainfeat.npy | dino_deitsmall16_pretrain | split train
    mae_pretrain_vit_base/feats.npy | mae_pretrain_vit_base
    moco_v2_800ep_pretrain.npy | moco_v2_800ep_pretrain
    swav_800ep_pretrain.npy | swav_800ep_pretrain
    r-50-1000ep.npy | r-50-1000ep
    vicreg_resnet50_alpha0.9/feats.npy | vicreg_resnet50_alpha0.9
    barlow_lambd0.005_d8192/feats_epoch10.npy | barlow_lambd0.005_d8192 | epoch 10
    """

  /// fastssl.
  static let spectra = """
    lambd_0.007812_pdim_128_lr_0.001/features_epoch_8.npy \
    | lambd_0.007812_pdim_128_lr_0.001 | epoch 8 | lambd=0.007812 | lr=0.001 | pdim=128
    lambd_0.000100_pdim_128_no_autocast_lr_0.003_wd_1e-06/results_fashionmnist_alpha_ssl_8_seed_1.npy \
    | lambd_0.000100_pdim_128_no_autocast_lr_0.003_wd_1e-06/results_fashionmnist_alpha_ssl_8_seed_1 | seed 1 | lambd=0.0001 | lr=0.003 | pdim=128 | ssl=8 | wd=1e-06
    convnet3/2_augs/lambd_0.1/1_augs_eval/precache_fashionmnist_convnet3feat_seed_0.npy \
    | convnet3/2_augs/lambd_0.1/1_augs_eval/precache_fashionmnist_convnet3feat_seed_0 | seed 0 | augs=2 | augs_eval=1 | lambd=0.1
    results_fashionmnist_alpha_linear_200_seed_0.npy \
    | results_fashionmnist_alpha_linear_200_seed_0 | seed 0 | linear=200
    """

  /// people.
  static let people = """
    features/resnet50.npy | features/resnet50
    barlow_seed1.npy | barlow_seed1 | seed 1
    barlow_seed_1/feats.npy | barlow_seed_1 | seed 1
    resnet18/seed_1/features_epoch_5.npy | resnet18/seed_1 | epoch 5 | seed 1
    model=resnet18,lr=0.1,seed=1/features_epoch_5.npy \
    | model=resnet18,lr=0.1,seed=1 | epoch 5 | seed 1 | lr=0.1 | model=resnet18
    lr=0.1_seed=1/epoch=9-val_loss=0.31.npy | lr=0.1_seed=1 | epoch 9 | seed 1 | lr=0.1 | metric val_loss=0.31
    train_features.npy | split train
    test_features.npy | split test
    val_feats_epoch_3.npy | epoch 3 | split validation
    features_ood.npy | split ood
    X_train.npy | X | split train
    x_test.npy | x | split test
    eval_embeddings.npy | split test
    dev_reps.npy | split validation
    embeddings_validation_layer3.npy | layer layer3 | split validation
    trainval_features.npy | trainval
    train_test_split.npy | train_test_split
    feats_layer3_epoch_8.npy | epoch 8 | layer layer3
    features_epoch_008.npy | epoch 8
    07_block6.npy | layer 07_block6
    03_block2_spatial4x4.npy | layer 03_block2_spatial4x4
    17_head.npy | layer 17_head
    hidden_3.npy | layer hidden_3
    img_emb_7.npy | img | shard 7
    text_emb_0012.npy | text | shard 0012
    feats_aug0.npy | view aug0
    embeddings_view_a.npy | view view_a
    feats_view_b_epoch_3.npy | epoch 3 | view view_b
    features_10k.npy | 10k
    features_float16.npy | noise float16
    features_fp32_epoch_3.npy | epoch 3 | noise fp32
    features (1).npy | noise 1
    resnet_50_cifar_100_fold_2/features.npy | resnet_50_cifar_100_fold_2 | cifar=100 | fold=2 | resnet=50
    resnet50_bs256_lr0.1_wd1e-4/ep10.npy | resnet50_bs256_lr0.1_wd1e-4 | epoch 10 | bs=256 | lr=0.1 | wd=0.0001
    temp=0.1,tau=.99/features.npy | temp=0.1,tau=.99 | tau=0.99 | temp=0.1
    lambda=1e-3_t=-0.5/features.npy | lambda=1e-3_t=-0.5 | lambda=0.001 | t=-0.5
    resnet-50/feats.npy | resnet-50
    lr-0.1_wd-1e-4/feats.npy | lr-0.1_wd-1e-4 | lr=0.1 | wd=0.0001
    batch-size-256/feats.npy | batch-size-256 | batch-size=256
    max_epoch_100_warmup_step_10/feats.npy | max_epoch_100_warmup_step_10 | max_epoch=100 | warmup_step=10
    random_seed_3/feats.npy | random_seed_3 | seed 3
    rng_7/feats.npy | rng_7 | seed 7
    width_mult_0.5_depth_18/feats.npy | width_mult_0.5_depth_18 | depth=18 | width_mult=0.5
    cnn_amp_true/feats.npy | cnn_amp_true | amp=true
    use_bn=False_lr=0.1/feats.npy | use_bn=False_lr=0.1 | lr=0.1 | use_bn=false
    model_at_epoch_30_of_100.npy | at | epoch 30
    final_features.npy | moment final
    features_final.npy | moment final
    last_layer.npy | last_layer
    best_runs/feats.npy | best_runs
    loss_weight_0.5/feats.npy | loss_weight_0.5 | loss_weight=0.5
    acc_0.93_epoch_3.npy | epoch 3 | metric acc=0.93
    val_loss_weight=0.1/feats.npy | val_loss_weight=0.1 | val_loss_weight=0.1
    temp0.07/feats.npy | temp0.07
    epoch_1.5.npy | epoch_1.5 | epoch=1.5
    epoch_99999999999999999999.npy | epoch_99999999999999999999 | epoch=1e+20
    no_seed/feats.npy | no_seed
    seeds_5/feats.npy | seeds_5 | seeds=5
    s3.npy | s3
    v2/feats.npy | v2
    λ_0.5/特徴_3.npy | λ_0.5/特徴_3 | λ=0.5 | 特徴=3
    """

  /// All of them.
  static let all = [
    torchvision, timm, huggingFace, keras, vissl, soloLearn, lightly, fairseq, languageModels, diffusers,
    transformerLens, hydra, lightning, clusters, trackers, vision, spectra, people,
  ].flatMap { $0.split(separator: "\n").map(NamedMeaning.init) }
}
